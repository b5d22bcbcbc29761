"""Every sentence of the interface exists in Dutch, and the compiled catalogue is the written one."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from checkers.finding import Finding
from checkers.tracked import files

KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the interface, with its plural where it has one, and where it is said."""

    text: str | tuple[str, ...]
    context: str | None
    path: Path
    line: int

    @property
    def key(self) -> tuple[str, str]:
        """Under what the catalogue knows it."""
        return self.context or "", forms(self.text)[0]


def look(root: Path) -> list[Finding]:
    """Each Dutch catalogue beside its compiled form, and all together beside the source."""
    written = files(root, "src/**/nl/LC_MESSAGES/*.po")
    found = [f"{path.relative_to(root)}: {what}" for path in written for what in look_at(path)]
    known = {key for path in written for key in entries(read_po(io.BytesIO(path.read_bytes())))}
    used = {sentence.key: f"{sentence.path}:{sentence.line}" for sentence in spoken(root)}
    found += [f"{place}: no Dutch for “{key[1]}”" for key, place in used.items() if key not in known]
    found += [f"the catalogue: nobody says “{text}” any more" for _, text in sorted(known - set(used))]
    return [Finding(what) for what in found]


def look_at(path: Path) -> Iterator[str]:
    """What is missing, doubtful or not compiled in one catalogue."""
    catalogue = read_po(io.BytesIO(path.read_bytes()))
    for message in catalogue:
        if message.id and (message.fuzzy or not all(forms(message.string))):
            yield f"{message.lineno}: no certain translation of “{message.id}”"
    compiled = path.with_suffix(".mo")
    if not compiled.exists():
        yield "is not compiled; run make messages"
    elif entries(read_mo(io.BytesIO(compiled.read_bytes()))) != entries(catalogue):
        yield "differs from its compiled form; run make messages"


def entries(catalogue: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    """Context and first form of each sentence, with its translations."""
    return {
        (context_of(message), forms(message.id)[0]): forms(message.string)
        for message in catalogue
        if message.id
    }


def context_of(message: Message) -> str:
    """The context as text; Babel reads it from a compiled catalogue as bytes."""
    context: object = message.context or ""
    return context.decode() if isinstance(context, bytes) else str(context)


def forms(text: object) -> tuple[str, ...]:
    """Singular and plural, or the one form there is."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


def spoken(root: Path) -> Iterator[Sentence]:
    """Every sentence that the source marks for translation."""
    for path in files(root, "src/*.py", "src/*.html", "src/*.txt"):
        source = path.read_text(encoding="utf-8")
        if path.suffix in (".html", ".txt"):
            source = templatize(source)
        for line, text, _, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            yield Sentence(text, context, path.relative_to(root), line)
