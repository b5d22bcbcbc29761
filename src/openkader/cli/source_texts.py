"""The texts of sources that a check of a kader is given, to look its passages up in."""

from argparse import ArgumentTypeError
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import read_file, read_text, text_of
from openkader.base.errors import Invalid, Problem
from openkader.cli.kader_choice import Chosen
from openkader.kader import Kader
from openkader.kader.quoting import LookedUp, looked_up, quotations_in

Named = tuple[str, Path]


def source_text(word: str) -> Named:
    """A source by its id, and the file that its text is in."""
    source, _, file = word.partition("=")
    if not source or not file:
        raise ArgumentTypeError(f"ID=FILE, not {word}")
    return source, Path(file)


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """Of some sources the text, and the name of the file it came from; one in several files has all of them."""

    texts: Mapping[str, tuple[str, str]]

    @classmethod
    def read(cls, named: Iterable[Named], kaders: Iterable[Kader]) -> "SourceTexts":
        """The files; `Invalid` with all that cannot be read, or belong to no source of these kaders."""
        known = {source for kader in kaders for source in kader.sources}
        problems: list[Problem] = []
        texts: dict[str, tuple[str, str]] = {}
        for source, path in named:
            if source not in known:
                problems.append(Problem("kader.unknown-source", "--source", {"source": source}))
                continue
            try:
                text, names = texts.get(source, ("", ""))
                read = text_of(path, path.name)
                texts[source] = f"{text}\n{read}", ", ".join(filter(None, (names, path.name)))
            except Invalid as error:
                problems += error.problems
        if problems:
            raise Invalid(problems)
        return cls(texts)

    def look_up(self, chosen: Chosen) -> tuple[Sequence[LookedUp], int]:
        """The passages of a version and of what its organisation keeps beside it, and how many were not looked up."""
        documents = [read_text(text, name, []) for name, text in chosen.texts.items()]
        documents += [read_file(path, problems=[]) for path in sorted(chosen.organisation.glob("*.yaml"))]
        quotations = [one for document in documents for one in quotations_in(document)]
        found = [
            looked_up(quotations, source, document, text)
            for source, (text, document) in self.texts.items()
            if source in chosen.kader.sources
        ]
        return found, sum(one.source not in self.texts for one in quotations)
