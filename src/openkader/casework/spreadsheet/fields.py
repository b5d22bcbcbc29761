"""What a column of a register in a spreadsheet can hold, and what such columns are called."""

import re
import unicodedata
from enum import StrEnum


class Field(StrEnum):
    """What a column holds; all but the last are taken over."""

    NUMBER = "number"  # under which the spreadsheet knows the case
    TITLE = "title"
    KIND = "kind"
    COUNTRY = "country"
    PROGRAMME = "programme"
    RECEIVED = "received"
    HELD = "held"  # when it took place, or was to
    HELD_UNTIL = "held_until"
    YEAR = "year"
    REQUESTER = "requester"
    COUNTERPART = "counterpart"
    OWN_PARTY = "own_party"
    OWN_NUMBER = "own_number"  # how many parties of our own took part
    OUTCOME = "outcome"
    REASON = "reason"  # why it was decided so
    AIM = "aim"
    PLACE = "place"
    OFFICE_HOLDER = "office_holder"  # whether one of our own was there: yes or no
    AGREEMENT_FORM = "agreement_form"  # of what form the agreement is that was signed
    SIGNED = "signed"
    RUNS_UNTIL = "runs_until"  # the last day of that agreement
    NOTE = "note"  # kept word for word, and read as nothing
    IGNORED = "ignored"


# These may fill several columns.
SEVERAL = frozenset(
    {Field.REQUESTER, Field.COUNTERPART, Field.OWN_PARTY, Field.REASON, Field.NOTE, Field.IGNORED}
)
TAKEN_ONCE = frozenset(Field) - SEVERAL

_WORDS: dict[Field, str] = {
    Field.NUMBER: """
        nummer; nr; zaaknummer; zaaknr; dossiernummer; dossiernr; kenmerk; volgnummer; volgnr; id; referentie;
        verzoeknummer; number; no; case number; case no; file number; reference; ref
    """,
    Field.TITLE: """
        onderwerp; titel; omschrijving; activiteit; verzoek; naam activiteit; naam; bezoek; contact; subject; title;
        description; activity; request
    """,
    Field.KIND: """
        soort; type; soort verzoek; type verzoek; soort activiteit; type activiteit; soort contact; type contact;
        categorie; kind; sort; type of request; type of activity; category
    """,
    Field.COUNTRY: "land; land van herkomst; partnerland; herkomst; country; partner country; country of origin",
    Field.PROGRAMME: "relatie; programma; kader; relation; programme; program",
    Field.RECEIVED: """
        ontvangen; ontvangen op; datum ontvangst; ontvangstdatum; datum binnenkomst; binnengekomen; binnengekomen op;
        datum verzoek; datum aanvraag; aanvraagdatum; received; received on; date received; date of request;
        request date
    """,
    Field.HELD: """
        datum; datum activiteit; datum bezoek; bezoekdatum; van; vanaf; datum van; begin; begindatum; startdatum;
        wanneer; periode; datum uitvoering; maand; date; date of activity; date of visit; visit date; from; start;
        start date; when; period; month; held on
    """,
    Field.HELD_UNTIL: "tot; t m; tot en met; datum tot; eind; einddatum; until; to; end; end date",
    Field.YEAR: "jaar; jaartal; year",
    Field.REQUESTER: """
        aanvrager; verzoeker; aangevraagd door; indiener; initiatiefnemer; requester; requested by; applicant
    """,
    Field.COUNTERPART: """
        delegatie; tegenpartij; buitenlandse partij; partner; buitenlandse partner; gast; gasten;
        bezoekende organisatie; counterpart; delegation; foreign party; partner organisation; visiting organisation;
        guest; guests
    """,
    Field.OWN_PARTY: """
        deelnemers; deelnemende partijen; deelnemende organisaties; betrokken partijen; betrokken organisaties;
        eigen partijen; bedrijven; participants; parties involved; companies; participating organisations
    """,
    Field.OWN_NUMBER: """
        aantal deelnemers; aantal partijen; aantal bedrijven; aantal organisaties; aantal; number of participants;
        number of parties; number of companies
    """,
    Field.OUTCOME: """
        besluit; uitkomst; beslissing; status; afhandeling; resultaat besluit; outcome; decision; result of decision
    """,
    Field.REASON: "motivering; reden; toelichting besluit; grond; reason; motivation; ground; grounds",
    Field.AIM: "doel; doelstelling; doel bezoek; aim; purpose; goal",
    Field.PLACE: "plaats; locatie; stad; place; location; city; venue",
    Field.OFFICE_HOLDER: """
        bestuurder aanwezig; bestuurlijk; gedeputeerde aanwezig; bestuurder ja nee; office holder present
    """,
    Field.AGREEMENT_FORM: """
        vorm overeenkomst; soort overeenkomst; type overeenkomst; form of agreement; type of agreement
    """,
    Field.SIGNED: """
        ondertekend; ondertekend op; getekend op; datum ondertekening; ondertekening; signed; signed on; date signed
    """,
    Field.RUNS_UNTIL: """
        loopt tot; loopt tot en met; geldig tot; geldig tot en met; looptijd tot; einddatum overeenkomst;
        runs until; valid until; expires on; end of agreement
    """,
    Field.NOTE: """
        opmerking; opmerkingen; toelichting; resultaat; resultaten; notitie; bijzonderheden; gespreksonderwerpen;
        onderwerpen; remark; remarks; note; notes; results; result; comments; topics
    """,
}
_FIELDS = {word.strip(): field for field, words in _WORDS.items() for word in words.split(";")}
_LONGEST = 80
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGNS = re.compile(r"[^\w]+|_")


def folded_heading(text: str) -> str:
    """A heading as it is compared with those that are known."""
    whole = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_SIGNS.sub(" ", whole).split())


def field_of(heading: str) -> Field | None:
    """What a heading says that its column holds; None when it is not one that is known."""
    if len(heading) > _LONGEST:
        return None
    whole = _FIELDS.get(folded_heading(heading))
    return whole or _FIELDS.get(folded_heading(_BRACKETS.sub(" ", heading)))
