"""The codes of an archived dossier in Dutch: those of its kader by the kader, the others by the house."""

from collections.abc import Mapping
from functools import cached_property

from babel import Locale

from openkader.casework.role_words import LEVELS
from openkader.kader import Fact, Kader

_NL = "nl"
# The collection of the kader's figures that has the codes of a table.
_COLLECTIONS = {
    **dict.fromkeys(("Request",), "requests"),
    **dict.fromkeys(("Assessment", "Decision", "PreparedDecision"), "decisions"),
    **dict.fromkeys(("Activity", "Agreement", "AgreementDeed", "Delegate", "Party"), "activities"),
    "Participation": "participations",
    "Measure": "measures",
}
# Where a column has another name than the field of the figures, or is a word of a list.
_NAMES = {("Measure", "code"): "measure"}
_LISTS = {
    ("Topic", "code"): "topics",
    ("MessageNote", "topic"): "topics",
    ("AgreementClause", "topic"): "topics",
}
_DESKS = frozenset({"AdviceRequest", "Waiver"})
_STANDINGS = {
    "intended": "voorgenomen",
    "signed": "getekend",
    "renewed": "verlengd",
    "expired": "verlopen",
    "not_renewed": "niet verlengd",
    "terminated": "beëindigd",
    "abandoned": "gaat niet door",
}
_OURS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("Request", "confidentiality"): {str(level): text.nl for level, text in LEVELS.items()},
    ("Activity", "standing"): {"planned": "gepland", "held": "gehouden", "cancelled": "afgelast"},
    ("Agreement", "status"): _STANDINGS,
    ("AgreementDeed", "status"): _STANDINGS,
    ("Party", "kind"): {
        "person": "persoon",
        "organisation": "organisatie",
        "company": "bedrijf",
        "business_association": "ondernemersvereniging",
        "government": "overheid",
        "agency": "overheidsinstantie",
        "civil_society": "maatschappelijke organisatie",
        "knowledge_institution": "kennisinstelling",
    },
    ("Evidence", "kind"): {
        "report": "verslag",
        "decision": "besluit",
        "publication": "publicatie",
        "minutes": "notulen",
        "form": "formulier",
        "other": "ander bewijs",
    },
    ("Advice", "verdict"): {
        "no_objection": "geen bezwaar",
        "conditions": "geen bezwaar, onder voorwaarden",
        "objection": "bezwaar",
        "cannot_judge": "kan niet oordelen",
    },
    ("Document", "purpose"): {
        "attachment": "bijlage",
        "delegation_list": "delegatielijst",
        "advice": "advies",
    },
    ("Intake", "channel"): {
        "form": "formulier",
        "mail": "e-mail",
        "phone": "telefoon",
        "letter": "brief",
        "meeting": "gesprek",
    },
}
_PRECISIONS = {"day": "op de dag", "month": "op de maand", "year": "op het jaar"}


class CodeWords:
    """The words of one dossier, by the kader that it is weighed by."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader

    def said(self, table: str, column: str, value: object) -> str | None:
        """A code in words with the code beside it; None where it has none, or is no code."""
        if table == "Answer" and column == "fact":
            return self._beside(self._question(str(value)), value)
        words = self._ours(table, column, value) or self._of_kader(table, column, value)
        return self._beside(words, value)

    def answer(self, fact: str, value: object) -> str | None:
        """An answer as the question has it."""
        asked = self.kader.facts.get(fact)
        return _say(asked, value) if asked else None

    def _question(self, fact: str) -> str | None:
        asked = self.kader.facts.get(fact)
        return asked.label.nl if asked else None

    def _beside(self, words: str | None, value: object) -> str | None:
        return f"{words} ({value})" if words and words != value else None

    def _ours(self, table: str, column: str, value: object) -> str | None:
        if column == "country":
            return self._countries.get(str(value))
        if column == "precision":
            return _PRECISIONS.get(str(value))
        return _OURS.get((table, column), {}).get(str(value))

    def _of_kader(self, table: str, column: str, value: object) -> str | None:
        listing = "desks" if column == "desk" and table in _DESKS else _LISTS.get((table, column), "")
        if known := self.kader.lists.get(listing):
            item = known.item(str(value))
            return item.text.nl if item else None
        fields = self.kader.records.get(_COLLECTIONS.get(table, ""), {})
        field = fields.get(_NAMES.get((table, column), column))
        return _say(field, value) if field is not None and field.options else None

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return dict(Locale.parse(_NL).territories)


def _say(fact: Fact, value: object) -> str | None:
    """The answer in words; what is no answer of this kader stays as it was written."""
    if isinstance(value, list):
        return fact.say(frozenset(map(str, value)), _NL)
    return fact.say(value, _NL) if value is None or isinstance(value, bool | str | int) else None
