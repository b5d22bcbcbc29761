"""Who was named in a request, who is registered with it, and who in the register has a name like it."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from openkader.base.text import Text
from openkader.casework.intake import FrontDoor
from openkader.casework.vocabulary import Role
from openkader.register.selectors import Dossier, IntakeRow, PartyLine
from openkader.web.presenters.names import country_name, name_of
from openkader.web.presenters.parties import KINDS, ROLES, apart, called
from openkader.web.shell import language, said

Shown = dict[str, object]
_MOST_LINES = 60
_LONGEST = 200


def shown_participants(found: Dossier) -> list[Shown]:
    """The parties that are registered with a request, each with its role."""
    return [
        {
            "name": said(label) if isinstance(label := row["party_label"], Text) else row["party"],
            "url": reverse("party", args=[row["party"]]),
            "role": name_of(ROLES, row["role"]),
        }
        for row in found.participations
        if row["party"]
    ]


def shown_named(intake: IntakeRow, door: FrontDoor | None, known: Iterable[str]) -> list[Shown]:
    """What the requester typed where the form asks for parties, line by line, each with the way to search for it."""
    registered = {name.casefold() for name in known}
    return [
        {
            "label": one[language()],
            "lines": [
                {
                    "text": line,
                    "is_known": line.casefold() in registered,
                    "url": "?" + urlencode({"q": line[:_LONGEST], "rol": role}) + "#alike",
                }
                for line in _lines(one["text"])
            ],
        }
        for one in intake.said
        if (role := _role(door, one["question"])) is not None
    ]


def _role(door: FrontDoor | None, question: str) -> Role | None:
    questions = door.questions if door else ()
    return next((one.names for one in questions if one.id == question), None)


def _lines(text: str) -> Sequence[str]:
    return [line.strip(" -•*·\t") for line in text.splitlines() if line.strip(" -•*·\t")][:_MOST_LINES]


def shown_likes(lines: Iterable[PartyLine]) -> list[Shown]:
    """Registered parties with a name like it, each with what tells it apart."""
    return [
        {
            "reference": line.reference,
            "name": called(line),
            "url": reverse("party", args=[line.reference]),
            "about": " · ".join(
                filter(None, (name_of(KINDS, line.kind), country_name(line.country), *apart(line)))
            ),
        }
        for line in lines
    ]
