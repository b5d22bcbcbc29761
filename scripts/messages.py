"""Bring the Dutch catalogue up to the source, and compile it.

New sentences enter without a translation, so that the gate asks for one; sentences
that nobody says any more leave. Django's own command needs gettext on the machine;
this one needs nothing.
"""

import io
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from checkers import catalogue

ROOT = Path(__file__).resolve().parent.parent
DUTCH = ROOT / "src/openkader/web/locale/nl/LC_MESSAGES/django.po"


def main() -> int:
    """Renew, write, compile; say what still waits for a translation."""
    renewed = renew(read_po(io.BytesIO(DUTCH.read_bytes())))
    with DUTCH.open("wb") as file:
        write_po(file, renewed, width=110, sort_output=True, include_lineno=False)
    with DUTCH.with_suffix(".mo").open("wb") as file:
        write_mo(file, renewed)
    waiting = [message for message in renewed if message.id and not all(catalogue.forms(message.string))]
    print(*(f"no Dutch yet: {message.id}" for message in waiting), sep="\n", end="")
    return 0


def renew(old: Catalog) -> Catalog:
    """The catalogue with exactly the sentences of the source, and the Dutch that it had."""
    new = Catalog(
        locale="nl", header_comment=old.header_comment, creation_date=old.creation_date, fuzzy=False
    )
    new.mime_headers = old.mime_headers
    for sentence in catalogue.spoken(ROOT):
        text, context = sentence.text, sentence.context
        known = old.get(catalogue.forms(text)[0], context)
        dutch = known.string if known and not known.fuzzy else None
        new.add(text, dutch, locations=[(str(sentence.path), sentence.line)], context=context)
    return new


if __name__ == "__main__":
    sys.exit(main())
