"""The name under which a document is kept: what its sender called it, without what could deceive or harm.

A name is shown and handed out again, and never used as a place on our disk.
"""

import re
import unicodedata

from openkader.casework.documents.forms import DocumentForm

MOST_LETTERS = 120
_NAMELESS = "document"
_NEVER = re.compile(r'[<>:"|?*\\/]')
# Names that mean a device to Windows, whatever ending follows.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """The last part of a path, in one order of reading, without hidden or forbidden characters."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    # Format characters turn the order of reading round: "cod.exe" can look like "exe.doc".
    visible = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    words = " ".join(_NEVER.sub(" ", visible).split()).strip(" .")
    return _shortened(f"_{words}" if _DEVICE.match(words) else words) or _NAMELESS


def kept_name(name: str, form: DocumentForm) -> str:
    """The cleaned name with an ending of its form, so that it opens as what it is."""
    cleaned = clean_name(name)
    if cleaned.lower().endswith(form.endings):
        return cleaned
    return _shortened(cleaned, len(form.endings[0])) + form.endings[0]


def _shortened(name: str, room: int = 0) -> str:
    """The name in at most so many letters; its ending stays."""
    if len(name) <= MOST_LETTERS - room:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[: MOST_LETTERS - room].rstrip(" .")
    return stem[: MOST_LETTERS - room - len(ending) - 1].rstrip(" .") + dot + ending
