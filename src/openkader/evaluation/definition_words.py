"""What a figure counts in words, and what has to be known of a row to count it.

When a definition changes between two kaders, both are said; the version of each stands in `defining`.
"""

from collections.abc import Iterator

from openkader.base.text import Text
from openkader.kader import Speaker
from openkader.kader.conditions import facts_in
from openkader.kader.model import Figure, Kader, Table


def tables_of(figure: Figure, kader: Kader) -> list[Table]:
    """The tables from which a figure draws, and those behind them, in the order of the kader."""
    found: dict[str, Table] = {}
    over = {table.gives: table for table in kader.tables if table.over == figure.counts}
    waiting = facts_in(figure.where) | (facts_in(figure.of) if figure.of is not None else frozenset())
    while waiting:
        new = [over[name] for name in waiting if name in over and name not in found]
        found |= {table.gives: table for table in new}
        waiting = frozenset(fact for table in new for row in table.rows for fact in facts_in(row.when))
    return [table for name, table in over.items() if name in found]


def fields_of(figure: Figure, kader: Kader) -> frozenset[str]:
    """What has to be known of a row to count it; what is derived is left out."""
    tables = tables_of(figure, kader)
    conditions = [figure.where, *([figure.of] if figure.of is not None else [])]
    conditions += [row.when for table in tables for row in table.rows]
    asked = frozenset(fact for condition in conditions for fact in facts_in(condition))
    return asked - {table.gives for table in tables}


def say_definition(figure: Figure, kader: Kader, language: str) -> str:
    """The definition in one sentence, from the very conditions that count."""
    speaker = Speaker(kader.records[figure.counts], kader.lists, language)
    return "; ".join(_clauses(figure, kader, speaker)) + "."


def _clauses(figure: Figure, kader: Kader, speaker: Speaker) -> Iterator[str]:
    words = {name: text.in_(speaker.language) for name, text in _WORDS.items()}
    yield f"{COLLECTION_NAMES[figure.counts].in_(speaker.language)}: {speaker.say(figure.where)}"
    if figure.of is not None:
        yield words["of"].format(speaker.say(figure.of))
    if figure.distinct:
        yield words["distinct"]
    if figure.absence_is_unknown:
        yield words["absence"]
    for table in tables_of(figure, kader):
        fact = speaker.facts[table.gives]
        for row in table.rows:
            said = speaker.answer(table.gives, row.value)
            yield words["if"].format(said, speaker.say(row.when))
        yield words["else"].format(fact.say(table.otherwise, speaker.language))


_WORDS = {
    "of": Text(nl="als deel van: {0}", en="out of: {0}"),
    "distinct": Text(nl="elke partij één keer", en="each party once"),
    "absence": Text(
        nl="wat niet telt, kan toch gedaan zijn", en="what does not count may have been done all the same"
    ),
    "if": Text(nl="{0}, als {1}", en="{0}, if {1}"),
    "else": Text(nl="en anders {0}", en="and otherwise {0}"),
}
COLLECTION_NAMES = {
    "requests": Text(nl="verzoeken", en="requests"),
    "decisions": Text(nl="besluiten", en="decisions"),
    "activities": Text(nl="activiteiten", en="activities"),
    "participations": Text(nl="deelnames", en="participations"),
    "agreements": Text(nl="overeenkomsten", en="agreements"),
    "talks": Text(nl="gesprekken", en="talks"),
    "measures": Text(nl="maatregelen", en="measures"),
    "recommendations": Text(nl="aanbevelingen", en="recommendations"),
    "findings": Text(nl="bevindingen", en="findings"),
}
