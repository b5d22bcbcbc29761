"""What comes after a decision: what is proved, what is lost, what was said and what will follow."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.talks import NoteForm
from openkader.web.gallery.example import Example
from openkader.web.gallery.plain import PASSAGE

_REFERENCE = "VOORBEELD-1-A1"
_FOLLOW_UP: dict[str, object] = {
    "reference": "gallery-follow-up",
    "what": "Verzonnen toezegging.",
    "state": "done",
    "who": "B. Verzonnen",
    "due": "5 mei 2030",
    "outcome": "Verzonnen uitkomst.",
    "done": "B. Verzonnen, 4 mei 2030, 12:00",
}

_STATEMENT: dict[str, object] = {
    "reference": "gallery-statement",
    "verdict": "objection",
    "state": "holds",
    "grounds": ["verzonnen grond"],
    "explanation": "Verzonnen uitleg.",
    "by": "A. Verzonnen, op 5 mei 2030",
    "way": "ingevoerd door B. Verzonnen, 6 mei 2030, 12:00",
    "until": "5 mei 2031",
}
_REPORTED: dict[str, object] = {
    "reference": "gallery-reported",
    "verdict": "no_objection",
    "number": None,
    "text": "Verzonnen samenvatting.",
    "passage": PASSAGE,
}


def examples() -> list[Example]:
    """The parts of the pages of an activity."""
    url = reverse("measure", args=[_REFERENCE, f"{_REFERENCE}-M3.self_scan"])
    closed = {"is_closed": True, "url": url, "code": "M3.self_scan"}
    return [
        Example("chain", _("An initiative as three links"), {"links": _links(), "title": "VOORBEELD"}),
        Example("striking", _("What was noted wrongly"), {"one": {"struck_out": "Verzonnen reden."}}),
        Example("contribution", _("What a member of the network contributed"), {"one": _contribution()}),
        Example("lost", _("Evidence of which the file is gone"), {"lost": 1}),
        Example("proving", _("A measure that was closed with what stands here"), {"measure": closed}),
        Example("follow_up", _("What was promised, and what came of it"), {"one": _FOLLOW_UP}),
        Example("statement", _("A statement on an investment"), {"one": _STATEMENT, "with_state": True}),
        Example("reported_statement", _("A statement that a text only reports"), {"one": _REPORTED}),
        Example("message_line", _("A line to take, with who heard it"), {"line": _line()}),
    ]


def _links() -> list[dict[str, object]]:
    return [
        {
            "label": _("Request"),
            "state": "done",
            "is_there": True,
            "who": ["Verzonnen school"],
            "when": ["2030"],
        },
        {"label": _("Match"), "state": "not_found", "is_there": False, "who": [], "when": []},
        {"label": _("Effect"), "state": "open", "is_there": False, "who": [], "when": []},
    ]


def _contribution() -> dict[str, object]:
    return {
        "proof": "gallery-contribution",
        "name": "Stichting Verzonnen",
        "member_url": reverse("member", args=["VOORBEELD-1"]),
        "what": "Verzonnen bijdrage.",
        "when": "5 mei 2030",
        "is_known": True,
    }


def _line() -> dict[str, object]:
    heard = {"url": "#gallery", "name": "Verzonnen gesprekspartner", "last": "5 mei 2030", "state": "lately"}
    return {
        "id": "gallery",
        "text": "Verzonnen boodschap.",
        "heard": [heard],
        "about": [{"label": _("For whom"), "value": "Verzonnen gehoor"}],
        "citations": [],
        "notes": [],
        "form": NoteForm([], prefix="gallery"),
        "action": reverse("activity_messages", args=[_REFERENCE]),
    }
