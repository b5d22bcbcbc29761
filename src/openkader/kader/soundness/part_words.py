"""What two versions of a kader write differently, in words: each part with what it said and what it says."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, AnyOf, Not, Test
from openkader.kader.facts import Fact, Option, Value
from openkader.kader.model import Kader, Table, TableRow
from openkader.kader.records import LEVELS, OUTCOMES, ROLES
from openkader.kader.sections import CASE
from openkader.kader.sentences import Speaker
from openkader.kader.soundness.changed_parts import ChangedPart, FieldChange, by_name
from openkader.kader.sources import Passage, Policy

PARTS: Mapping[str, Text] = {
    "proposal": Text(nl="Regels van het voorstel", en="Rules of the proposal"),
    "preconditions": Text(nl="Randvoorwaarden", en="Preconditions"),
    "tables": Text(nl="Wat uit de antwoorden volgt", en="What follows from the answers"),
    "action_lines": Text(nl="Actielijnen", en="Action lines"),
    "measures": Text(nl="Maatregelen", en="Measures"),
    "consultations": Text(nl="Wie om advies wordt gevraagd", en="Who is asked for advice"),
    "fillings": Text(nl="Vragen die een advies beantwoordt", en="Questions that an advice answers"),
    "mandates": Text(nl="Wie mag besluiten", en="Who may decide"),
    "messages": Text(nl="Boodschappen", en="Lines to take"),
    "facts": Text(nl="Vragen", en="Questions"),
    "constraints": Text(nl="Wat niet kan", en="What cannot be"),
    "lists": Text(nl="Lijsten", en="Lists"),
    "figures": Text(nl="Cijfers", en="Figures"),
    "report": Text(nl="Hoofdstukken van de evaluatie", en="Chapters of the evaluation"),
    "kader": Text(nl="Het kader zelf", en="The framework itself"),
    "sources": Text(nl="Bronnen", en="Sources"),
    "scenarios": Text(nl="Voorbeelden", en="Examples"),
    "citations": Text(nl="Vindplaatsen bij de regels", en="Places beside the rules"),
    "records": Text(nl="Velden van het register", en="Fields of the register"),
}  # fmt: skip
FIELDS: Mapping[str, Text] = {
    "organisation": Text(nl="organisatie", en="organisation"),
    "title": Text(nl="titel", en="title"),
    "in_force_from": Text(nl="geldt vanaf", en="in force from"),
    "adopted": Text(nl="vaststelling", en="adoption"),
    "reconstructed": Text(nl="herkomst van de tekst", en="origin of the text"),
    "note": Text(nl="toelichting", en="note"),
    "when": Text(nl="geldt als", en="holds if"),
    "holds": Text(nl="is vervuld als", en="is met if"),
    "applies": Text(nl="geldt als", en="applies if"),
    "never": Text(nl="kan niet zijn", en="cannot be"),
    "where": Text(nl="telt als", en="counts if"),
    "of": Text(nl="als deel van", en="as a part of"),
    "outcome": Text(nl="voorstel", en="proposal"),
    "outcomes": Text(nl="voorstellen", en="proposals"),
    "reason": Text(nl="reden", en="reason"),
    "ground": Text(nl="grond", en="ground"),
    "instrument": Text(nl="middel", en="instrument"),
    "refer_to": Text(nl="doorverwijzen naar", en="refer to"),
    "terms": Text(nl="voorwaarden", en="conditions"),
    "cites": Text(nl="vindplaatsen", en="passages"),
    "passage": Text(nl="vindplaats", en="passage"),
    "text": Text(nl="tekst", en="text"),
    "rows": Text(nl="rijen", en="rows"),
    "otherwise": Text(nl="in alle andere gevallen", en="in all other cases"),
    "pillar": Text(nl="pijler", en="pillar"),
    "number": Text(nl="nummer", en="number"),
    "evidence": Text(nl="bewijs", en="evidence"),
    "owner": Text(nl="wie", en="who"),
    "moment_days": Text(nl="dagen vanaf de activiteit", en="days from the activity"),
    "mandatory": Text(nl="het besluit wacht erop", en="the decision waits for it"),
    "question": Text(nl="vraag", en="question"),
    "term_days": Text(nl="termijn in werkdagen", en="term in working days"),
    "before": Text(nl="vóór het voorstel", en="before the proposal"),
    "shows": Text(nl="de adviseur ziet", en="the desk sees"),
    "desks": Text(nl="adviseurs", en="desks"),
    "answers": Text(nl="antwoorden", en="answers"),
    "role": Text(nl="rol", en="role"),
    "levels": Text(nl="waarover", en="about what"),
    "second_person": Text(nl="een tweede persoon stemt in", en="a second person agrees"),
    "audience": Text(nl="voor wie", en="for whom"),
    "topic": Text(nl="onderwerp", en="topic"),
    "policy": Text(nl="rust op beleid", en="rests on policy"),
    "definition": Text(nl="wat wordt geteld", en="what is counted"),
    "counts": Text(nl="telt in", en="counts in"),
    "distinct": Text(nl="elke partij één keer", en="each party once"),
    "absence_is_unknown": Text(nl="zonder bewijs is het onbekend", en="without evidence it is unknown"),
    "unit": Text(nl="eenheid", en="unit"),
    "figures": Text(nl="cijfers", en="figures"),
    "action_lines": Text(nl="actielijnen", en="action lines"),
    "preconditions": Text(nl="randvoorwaarden", en="preconditions"),
    "type": Text(nl="soort antwoord", en="sort of answer"),
    "label": Text(nl="naam", en="name"),
    "help": Text(nl="uitleg", en="help"),
    "answered_by": Text(nl="wie antwoordt", en="who answers"),
    "options": Text(nl="antwoorden", en="answers"),
    "options_words": Text(nl="woorden van antwoorden", en="words of answers"),
    "options_order": Text(nl="volgorde van de antwoorden", en="order of the answers"),
    "items": Text(nl="op de lijst", en="on the list"),
    "items_words": Text(nl="woorden op de lijst", en="words on the list"),
    "items_order": Text(nl="volgorde van de lijst", en="order of the list"),
    "lists": Text(nl="antwoorden van de lijsten", en="answers from the lists"),
    "yes": Text(nl="als het zo is", en="if it is so"),
    "no": Text(nl="als het niet zo is", en="if it is not so"),
    "worsens": Text(nl="van licht naar ernstig", en="from slight to grave"),
    "status": Text(nl="stand van de lijst", en="state of the list"),
    "publisher": Text(nl="uitgever", en="publisher"),
    "date": Text(nl="datum", en="date"),
    "url": Text(nl="adres", en="address"),
    "stands_in_for": Text(nl="vervangt", en="stands in for"),
    "available": Text(nl="is er", en="is available"),
    "supersedes": Text(nl="volgt op", en="follows"),
    "facts": Text(nl="feiten", en="facts"),
    "row": Text(nl="regel", en="rule"),
    "measures": Text(nl="maatregelen", en="measures"),
    "consultations": Text(nl="adviezen", en="consultations"),
    "mandates": Text(nl="mandaten", en="mandates"),
    "fictional": Text(nl="bedacht", en="made up"),
}
_TITLES = ("label", "text", "reason", "title", "note")
_WORDS = {
    "yes": Text(nl="ja", en="yes"),
    "no": Text(nl="nee", en="no"),
    "nothing": Text(nl="niets", en="nothing"),
    "if": Text(nl="{0}, als {1}", en="{0}, if {1}"),
    "was_becomes": Text(nl="{0}: was “{1}”, wordt “{2}”", en="{0}: was “{1}”, becomes “{2}”"),
    "went": Text(nl="{0}: vervalt “{1}”", en="{0}: “{1}” is left out"),
    "came": Text(nl="{0}: nieuw is “{1}”", en="{0}: “{1}” is new"),
}
_NAMES: Mapping[str, Text] = {**OUTCOMES, **LEVELS, **ROLES}


class PartWords:
    """Says what is written otherwise; each version is said with its own questions and lists."""

    def __init__(self, older: Kader, newer: Kader, language: str) -> None:
        self._older, self._newer, self._language = older, newer, language

    def title(self, part: str, name: str) -> str:
        """A part by what it is called: its name, and its first words."""
        for kader in (self._newer, self._older):
            one = by_name(part, kader).get(name)
            words = next((words for key in _TITLES if (words := getattr(one, key, None))), None)
            if part == "consultations" and one is not None:
                return self._code("desks", one.desk, kader)
            if part == "tables" and name in kader.facts:
                return kader.facts[name].label.in_(self._language)
            if isinstance(words, Text):
                return words.in_(self._language)
        return name

    def lines(self, changed: ChangedPart) -> Iterator[str]:
        """Each field that differs, one line; of options those that went and those that came."""
        for change in changed.fields:
            yield from self._line(changed, change)

    def _line(self, changed: ChangedPart, change: FieldChange) -> Iterator[str]:
        field = FIELDS[change.name].in_(self._language)
        was = self._said(changed, change.was, self._older)
        becomes = self._said(changed, change.becomes, self._newer)
        if change.name not in ("options", "items"):
            if was != becomes:  # two conditions may differ only in the list that they name
                yield self._word("was_becomes", field, was, becomes)
            return
        if change.was:
            yield self._word("went", field, was)
        if change.becomes:
            yield self._word("came", field, becomes)

    def _said(self, changed: ChangedPart, value: object, kader: Kader) -> str:
        if value is None or value == ():
            return self._word("nothing")
        if isinstance(value, Test | AllOf | AnyOf | Not):
            return self._speaker(changed, kader).say(value)
        if isinstance(value, TableRow):
            given = self._given(changed, value.value, kader)
            said = self._word("if", given, self._speaker(changed, kader).say(value.when))
            return f"{said} ({self._said(changed, value.cites, kader)})" if value.cites else said
        if isinstance(value, Mapping):
            return "; ".join(f"{name}: {self._said(changed, one, kader)}" for name, one in value.items())
        if isinstance(value, tuple | frozenset):
            items = value if isinstance(value, tuple) else sorted(value)
            return "; ".join(self._said(changed, item, kader) for item in items)
        plain = _plain(value, self._language)
        return self._named(changed, str(value), kader) if plain is None else plain

    def _named(self, changed: ChangedPart, code: str, kader: Kader) -> str:
        """A code in words where it is of a list or a question of the kader."""
        part = changed.key.part
        known = kader.facts.get(code)
        if known is not None and part in ("consultations", "fillings"):
            return known.label.in_(self._language)
        for listing in ("desks", "grounds", "instruments", "topics"):
            if part in ("proposal", "consultations", "fillings", "messages"):
                words = self._code(listing, code, kader)
                if words != code:
                    return words
        return code

    def _code(self, listing: str, code: str, kader: Kader) -> str:
        known = kader.lists.get(listing)
        item = known.item(code) if known else None
        return item.text.in_(self._language) if item else code

    def _given(self, changed: ChangedPart, value: Value, kader: Kader) -> str:
        """A value that a row of a table gives."""
        table: Table = changed.becomes or changed.was  # type: ignore[assignment]  # one of the two is there
        return _vocabulary(kader, table.over)[table.gives].say(value, self._language)

    def _speaker(self, changed: ChangedPart, kader: Kader) -> Speaker:
        one = changed.becomes or changed.was
        over = str(getattr(one, "counts", getattr(one, "over", CASE)))
        return Speaker(_vocabulary(kader, over), kader.lists, self._language)

    def _word(self, key: str, *args: str) -> str:
        return _WORDS[key].in_(self._language).format(*args)


def _plain(value: object, language: str) -> str | None:
    """What has words of its own; None for a code, which needs a list."""
    if isinstance(value, bool):
        return _WORDS["yes" if value else "no"].in_(language)
    if isinstance(value, StrEnum):
        return _NAMES[value].in_(language) if value in _NAMES else str(value)
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, Option):
        return value.text.in_(language)
    if isinstance(value, Passage):
        return ", ".join(filter(None, (value.source, value.place, value.words)))
    if isinstance(value, Policy):
        return f"{_plain(value.rests_on, language)} ({value.review_on.isoformat()})"
    return value.isoformat() if isinstance(value, date) else None


def _vocabulary(kader: Kader, over: str) -> Mapping[str, Fact]:
    """The questions of a case, or the fields of a collection."""
    return kader.records.get(over, kader.facts)
