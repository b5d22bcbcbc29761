"""The collections of the register that a figure may count, and the fields of each.

They are facts like those of a case, so that figures are written in the same
condition language and checked as strictly. Options come from the kader itself:
`kind` from the question of that name, topics and grounds from its lists.
"""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.kader.facts import Fact, FactType, Option
from openkader.kader.model import ActionLine, DecidingRole, DecisionLevel, Outcome
from openkader.kader.sources import Listing

LEVELS: dict[str, Text] = {
    DecisionLevel.REQUEST: Text(nl="verzoek", en="request"),
    DecisionLevel.DELEGATION: Text(nl="delegatie", en="delegation"),
    DecisionLevel.ORGANISATION: Text(nl="organisatie", en="organisation"),
}
_ROLES = {
    "own_party": Text(nl="eigen partij", en="party from the own region"),
    "counterpart": Text(nl="gesprekspartner", en="counterpart"),
    "organiser": Text(nl="organisator", en="organiser"),
    "requester": Text(nl="aanvrager", en="requester"),
    "office_holder": Text(nl="bestuurder", en="office-holder"),
    "adviser": Text(nl="adviseur", en="adviser"),
}
_MEASURE_STATES = {
    "open": Text(nl="open", en="open"),
    "reported": Text(nl="gemeld, zonder bewijs", en="reported, without evidence"),
    "done": Text(nl="gedaan", en="done"),
    "not_applicable": Text(nl="niet van toepassing", en="not applicable"),
    "waived": Text(nl="ontheven", en="waived"),
}
ROLES: dict[str, Text] = {
    DecidingRole.ADVISER: Text(nl="adviseur", en="adviser"),
    DecidingRole.REVIEWER: Text(nl="beoordelaar", en="reviewer"),
    DecidingRole.DECIDER: Text(nl="beslisser", en="decider"),
}
OUTCOMES: dict[str, Text] = {
    Outcome.TAKE_UP: Text(nl="uitvoeren", en="take up"),
    Outcome.TAKE_UP_WITH_CONDITIONS: Text(nl="uitvoeren onder voorwaarden", en="take up under conditions"),
    Outcome.HOLD: Text(nl="aanhouden", en="hold"),
    Outcome.REFER: Text(nl="doorverwijzen", en="refer"),
    Outcome.REFUSE: Text(nl="weigeren", en="refuse"),
}
_OTHER_KIND = Option(code="other", text=Text(nl="ander soort, niet genoemd", en="another kind, not stated"))
_WITHDRAWN = Option(code="withdrawn", text=Text(nl="ingetrokken", en="withdrawn"))
_SUBJECTS = {
    "action_line": Text(nl="actielijn", en="action line"),
    "precondition": Text(nl="randvoorwaarde", en="precondition"),
}

_LABELS = {
    "kind": Text(nl="het soort", en="the kind"),
    "country": Text(nl="het land", en="the country"),
    "programme": Text(nl="de relatie", en="the relation"),
    "outcome": Text(nl="de uitkomst", en="the outcome"),
    "level": Text(nl="het niveau van het besluit", en="the level of the decision"),
    "ground": Text(nl="de grond", en="the ground"),
    "instrument": Text(nl="het instrument", en="the instrument"),
    "topics": Text(nl="de gespreksonderwerpen", en="the topics"),
    "topics_listed": Text(
        nl="de gespreksonderwerpen in het overzicht van activiteiten",
        en="the topics in the table of activities",
    ),
    "purpose": Text(nl="het doel van het gesprek", en="the purpose of the talk"),
    "role": Text(nl="de rol", en="the role"),
    "line": Text(nl="de actielijn", en="the action line"),
    "subject": Text(nl="waar de bevinding over gaat", en="what the finding is about"),
    "status": Text(nl="de status", en="the status"),
    "initiative": Text(nl="het initiatief", en="the initiative"),
    "office_holder": Text(nl="er was een bestuurder bij", en="an office-holder took part"),
    "foreign_delegation": Text(
        nl="er was een buitenlandse delegatie bij", en="a foreign delegation took part"
    ),
    "dropped_out": Text(nl="de deelnemer is afgehaakt", en="the participant dropped out"),
    "evidenced": Text(nl="er is bewijs van de maatregel", en="there is evidence of the measure"),
    "measure": Text(nl="de maatregel", en="the measure"),
}

_DENIALS = {
    "office_holder": Text(nl="er was geen bestuurder bij", en="no office-holder took part"),
    "foreign_delegation": Text(
        nl="er was geen buitenlandse delegatie bij", en="no foreign delegation took part"
    ),
    "dropped_out": Text(nl="de deelnemer is niet afgehaakt", en="the participant did not drop out"),
    "evidenced": Text(nl="er is geen bewijs van de maatregel", en="there is no evidence of the measure"),
}


def record_facts(
    facts: Mapping[str, Fact], lists: Mapping[str, Listing], lines: tuple[ActionLine, ...]
) -> dict[str, dict[str, Fact]]:
    """The fields of each collection, with the options that this kader gives them."""
    shared = {
        "kind": _choice("kind", [*_options_of(facts, "kind"), _OTHER_KIND]),
        "programme": _choice("programme", _items(lists, "programmes")),
        "country": _field("country", FactType.COUNTRY),
    }
    outcome = _choice("outcome", [*_named(OUTCOMES), _WITHDRAWN])
    line = _choice("line", [Option(code=entry.id, text=entry.text) for entry in lines])
    measures = [Option(code=m.id, text=m.text) for entry in lines for m in entry.measures]
    own: dict[str, list[Fact]] = {
        "requests": [outcome, _choice("initiative", _options_of(facts, "initiative"))],
        "decisions": [
            outcome,
            _choice("level", _named(LEVELS)),
            _choice("ground", _items(lists, "grounds")),
            _choice("instrument", _items(lists, "instruments")),
        ],
        "activities": [
            _choice("topics", _items(lists, "topics"), FactType.SEVERAL),
            _choice("topics_listed", _items(lists, "topics"), FactType.SEVERAL),
            _field("office_holder", FactType.TRUTH),
            _field("foreign_delegation", FactType.TRUTH),
        ],
        "participations": [_choice("role", _named(_ROLES)), _field("dropped_out", FactType.TRUTH)],
        "agreements": [],
        "talks": [_choice("purpose", _items(lists, "talk_purposes"))],
        "measures": [
            line,
            _choice("measure", measures),
            _choice("status", _named(_MEASURE_STATES)),
            _field("evidenced", FactType.TRUTH),
        ],
        "recommendations": [],
        "findings": [line, _choice("subject", _named(_SUBJECTS))],
    }
    return {name: {**shared, **{fact.id: fact for fact in fields}} for name, fields in own.items()}


def _field(name: str, kind: FactType) -> Fact:
    label, denial = _LABELS[name], _DENIALS.get(name)
    return Fact(id=name, type=kind, label=label, yes=label if denial else None, no=denial)


def _choice(name: str, options: list[Option], kind: FactType = FactType.CHOICE) -> Fact:
    return Fact(id=name, type=kind, label=_LABELS[name], options=tuple(options))


def _named(texts: Mapping[str, Text]) -> list[Option]:
    return [Option(code=code, text=text) for code, text in texts.items()]


def _items(lists: Mapping[str, Listing], name: str) -> list[Option]:
    return list(lists[name].items) if name in lists else []


def _options_of(facts: Mapping[str, Fact], name: str) -> list[Option]:
    return list(facts[name].options) if name in facts else []
