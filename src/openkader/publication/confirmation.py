"""The mail that confirms a request: that it came in, under which reference, and where its status can be seen.

Mail travels in the open, so it says nothing of what was asked.
"""

from dataclasses import dataclass

from openkader.base.text import Text

REFERENCE = "{reference}"  # filled in when the request gets it

_SUBJECT = Text(nl="Uw verzoek {0} is ontvangen", en="Your request {0} has been received")
_BODY = Text(
    nl="""Geachte {name},

Wij hebben uw verzoek ontvangen op {day}.
Het kenmerk is {reference}. Noem dit kenmerk als u contact met ons opneemt.

Hoe ver uw verzoek is, ziet u hier:
{url}
Deze link is alleen voor u. Geef hem niet door. U kunt hem gebruiken tot en met {until}.

{promise}

{contact}

{organisation}

Dit bericht is automatisch verstuurd. U kunt er niet op antwoorden.
""",
    en="""Dear {name},

We received your request on {day}.
Its reference is {reference}. Please mention it when you contact us.

You can see how far your request is here:
{url}
This link is for you only. Do not pass it on. You can use it up to and including {until}.

{promise}

{contact}

{organisation}

This message was sent automatically. You cannot reply to it.
""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a confirmation says, each already in the reader's language."""

    name: str
    day: str
    url: str
    until: str
    promise: str
    contact: str
    organisation: str


def confirmation(said: Confirmed, language: str) -> tuple[str, str]:
    """The subject and the text, with the reference still to be filled in."""
    words = {name: getattr(said, name) for name in Confirmed.__slots__}
    plain = {name: str(word).replace("{", "(").replace("}", ")") for name, word in words.items()}
    subject = _SUBJECT.in_(language).format(REFERENCE)
    return subject, _BODY.in_(language).format(**plain, reference=REFERENCE)
