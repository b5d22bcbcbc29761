"""Small parts: a state, a value, a passage, a place where nothing stands yet."""

from django.utils.translation import gettext_lazy as _

from openkader.web.gallery.example import Example
from openkader.web.marks import MARKS

PASSAGE: dict[str, object] = {
    "text": "Verzonnen zin uit een verzonnen bron.",
    "source": "Verzonnen bron",
    "where": "hoofdstuk 1",
    "url": "#example-passage",
    "language": "nl",
}
_NOTE: dict[str, object] = {
    "title": "Verzonnen krant",
    "says": "Verzonnen bericht.",
    "kind": _("media"),
    "quality": _("doubtful"),
    "published_on": "2024-05",
    "by": "anna",
    "when": "5 mei 2030, 12:00",
}
_EMPTY: dict[str, object] = {
    "title": _("No delegation list came in yet"),
    "text": _("Nobody is screened, so the request cannot get green light."),
    "url": "#example-empty",
    "link": _("Hand in the list"),
}
_DOCUMENT: dict[str, object] = {
    "url": "#example-documents",
    "name": "verzonnen-brief.pdf",
    "about": "12 KB",
    "when": "5 mei 2030, 12:00",
}
_ITEMS: list[dict[str, object]] = [
    {"label": _("Place"), "value": "Voorbeeldstad", "note": _("from the request")},
    {"label": _("Country"), "value": None, "why": _("not answered")},
]
_ADVICE: dict[str, object] = {
    "question": "Verzonnen vraag aan een loket.",
    "facts": _ITEMS,
    "answers": [
        {
            "verdict": _("Conditions"),
            "conditions": ["Verzonnen voorwaarde."],
            "explanation": "Verzonnen toelichting.",
            "by": "B. Verzonnen",
            "at": "5 mei 2030, 12:00",
        }
    ],
}
_ACT: dict[str, object] = {
    "label": _("Off"),
    "quiet": True,
    "id": "gallery",
    "why_not": _("A button that is off says why."),
}
_SESSIONS: list[dict[str, object]] = [
    {
        "browser": "Firefox op Linux",
        "address": "192.0.2.7",
        "since": "5 mei 2030, 12:00",
        "is_here": True,
    },
    {"browser": "Safari op iPhone", "address": "192.0.2.8", "since": "4 mei 2030, 9:00"},
]
_TOKENS = [
    {
        "name": "koppeling zaaksysteem",
        "scopes": "lezen",
        "state": "tot en met 4 mei 2031",
        "used": "4 mei 2030",
        "holds": True,
    },
    {"name": "oud dashboard", "scopes": "lezen", "state": "ingetrokken", "used": "nog niet", "holds": False},
]
_RECEIVERS = [{"name": "koppeling zaaksysteem", "host": "zaken.example.nl", "state": "hoort alles"}]
_MAIL: dict[str, object] = {
    "url": "#",
    "subject": _("Our answer"),
    "sender": "A. Vos <a.vos@desk.example>",
    "when": "28-11-2026 10:00",
    "cares": [_("Not from the address that was asked")],
}
_ARRIVAL: dict[str, object] = {
    "words": _("The mailbox is full."),
    "said": "5.2.2 mailbox full",
    "when": "28-11-2026 10:00",
}
EXAMPLES = (
    Example("sessions", _("Where somebody is signed in"), {"sessions": _SESSIONS}),
    Example("tokens", _("The programs of somebody"), {"tokens": _TOKENS, "action": "/account/VOORBEELD/"}),
    Example(
        "subscriptions",
        _("Where it is told what happens with cases"),
        {"subscriptions": _RECEIVERS, "action": "/account/VOORBEELD/"},
    ),
    Example("act", _("A button that is off, and why"), _ACT),
    Example("advice", _("What a desk was asked, and its answer"), {"one": _ADVICE}),
    Example("pill", _("A state: its sign and its word"), {"mark": MARKS["outcome"]["hold"]}),
    Example("unknown", _("What the source does not say"), {"why": ""}),
    Example("number", _("Between two bounds"), {"content": {"low": 18, "high": 37}}),
    Example("empty", _("Nothing there yet, and what to do about it"), _EMPTY),
    Example("passage", _("The literal words of a source"), {"passage": PASSAGE}),
    Example("citations", _("Where a rule comes from"), {"citations": [PASSAGE, PASSAGE | {"text": None}]}),
    Example("note", _("What another source says"), {"note": _NOTE}),
    Example("definitions", _("Names and values"), {"items": _ITEMS}),
    Example("documents", _("What was sent along"), {"documents": [_DOCUMENT]}),
    Example("mails", _("Mail that came in"), {"mails": [_MAIL]}),
    Example("arrivals", _("Mail that did not arrive"), {"arrivals": [_ARRIVAL]}),
)
