"""What the register knows of an activity and a report on it does not say; its writer reads that, and nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from openkader.base.text import Text, capital
from openkader.casework.vocabulary import Role, Setting
from openkader.publication.report_facts import Told, dropouts, is_formal, line_of, of_role, public_name

_ALWAYS = {
    "slots": Text(
        nl="onderdelen van het programma die informeel zijn, of waarvan niet vaststaat dat ze formeel zijn",
        en="parts of the programme that are informal, or of which nobody said that they are formal",
    ),
    "persons": Text(nl="personen zonder openbare rol", en="persons without a public role"),
    "participants": Text(
        nl="namen van deelnemers; alleen hun aantallen staan er",
        en="names of participants; only their numbers are told",
    ),
    "measures": Text(nl="maatregelen voor informatiebescherming", en="measures of information protection"),
    "informal": Text(
        nl="onderwerpen en boodschappen die informeel ter sprake kwamen, of waarvan dat niet is genoteerd",
        en="topics and lines that came up informally, or of which that is not noted",
    ),
    "reactions": Text(nl="reacties van gesprekspartners", en="reactions of counterparts"),
}
_OUTSIDE = {
    "dropouts": Text(nl="redenen van afvallers", en="reasons of dropouts"),
    "lessons": Text(nl="lessen", en="lessons"),
    "own_parties": Text(
        nl="namen van eigen partijen; alleen hun aantal staat er",
        en="names of own parties; only their number is told",
    ),
    "follow_ups": Text(nl="toezeggingen", en="follow-ups"),
}


@dataclass(frozen=True, slots=True)
class Omission:
    """What is left out, and how many of it there are."""

    what: str
    number: int


def left_out(told: Told, language: str) -> list[Omission]:
    """All of it, in the language of who reads; of what there is none nothing is said."""
    counted = dict(_counted(told))
    words = _ALWAYS | _OUTSIDE if told.kind.is_public else _ALWAYS
    return [
        Omission(capital(text.in_(language)), counted[name]) for name, text in words.items() if counted[name]
    ]


def _counted(told: Told) -> Iterator[tuple[str, int]]:
    found = told.found
    yield "slots", sum(not is_formal(one) for one in found.mission.slots)
    met = [one for role in (Role.COUNTERPART, Role.ORGANISER) for one in of_role(found, role)]
    yield "persons", sum(public_name(told, one) is None for one in met)
    yield "participants", len(found.mission.participants)
    hidden = [one for one in found.activity.measures.values() if told.settings.leaves_out(line_of(one))]
    yield "measures", len(hidden)
    beside = sum(one.setting is Setting.INFORMAL for one in found.topics)
    talked = sum(bool(one.counts and one.raised and one.setting != Setting.FORMAL) for one in found.notes)
    yield "informal", beside + talked
    yield "reactions", sum(bool(one.reaction) for one in found.notes)
    yield "dropouts", len(dropouts(told))
    yield "lessons", len(found.mission.lessons)
    yield "own_parties", len(of_role(found, Role.OWN_PARTY))
    yield "follow_ups", len(found.follow_ups)
