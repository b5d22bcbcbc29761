"""Reading the front door of an organisation from its file, strictly: all problems at once, each with its line."""

import re
from collections.abc import Collection
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.casework.intake.form import (
    NEEDED,
    PLACED,
    FrontDoor,
    KindChoice,
    Question,
    QuestionType,
    Section,
)
from openkader.casework.vocabulary import Kind, Role
from openkader.kader.reading import read_word

FILE = "front-door.yaml"
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,7}")
_PARTS = ("front_door", "kinds", "sections", "questions")
_HEADER = ("prefix", "title", "introduction", "privacy", "contact", "promise")


def load_front_door(folder: Path) -> FrontDoor:
    """The front door in an organisation's folder, or `Invalid` with everything that is wrong with it."""
    reader = Reader()
    document = read_file(folder / FILE, FILE, reader.problems)
    parts = reader.mapping(document, _PARTS, ("programmes", "other_programme"))
    header = reader.mapping(parts.entry("front_door") or Entry({}, parts.where), _HEADER)
    sections = tuple(_section(reader, entry) for entry in parts.items("sections"))
    known = {section.id for section in sections}
    found = FrontDoor(
        organisation=folder.name,
        prefix=header.words("prefix"),
        title=header.text("title"),
        introduction=header.text("introduction"),
        privacy=tuple(reader.text(entry) for entry in header.items("privacy")),
        contact=header.text("contact"),
        promise=header.text("promise"),
        kinds=tuple(_kind(reader, entry) for entry in parts.items("kinds")),
        sections=sections,
        questions=tuple(_question(reader, entry, known) for entry in parts.items("questions")),
        programmes={
            country: reader.value(entry, str, "-")
            for country, entry in reader.pairs(parts.entry("programmes"))
        },
        other_programme=parts.words_or_none("other_programme"),
    )
    _check(reader, found, header)
    reader.finish()
    return found


def _section(reader: Reader, entry: Entry) -> Section:
    fields = reader.mapping(entry, ("id", "title"))
    return Section(fields.words("id"), fields.text("title"))


def _kind(reader: Reader, entry: Entry) -> KindChoice:
    fields = reader.mapping(entry, ("kind", "text"), ("help",))
    return KindChoice(
        read_word(fields, "kind", Kind, Kind.OTHER), fields.text("text"), fields.text_or_none("help")
    )


def _question(reader: Reader, entry: Entry, sections: Collection[str]) -> Question:
    optional = ("help", "required", "kinds", "autocomplete", "names")
    fields = reader.mapping(entry, ("id", "type", "section", "label"), optional)
    question = Question(
        id=fields.words("id"),
        type=read_word(fields, "type", QuestionType, QuestionType.LINE),
        section=fields.words("section"),
        label=fields.text("label"),
        help=fields.text_or_none("help"),
        required=fields.truth("required") is True,
        kinds=_kinds(fields),
        autocomplete=fields.words_or_none("autocomplete"),
        names=read_word(fields, "names", Role, Role.COUNTERPART) if fields.entry("names") else None,
    )
    if question.section not in sections:
        known = ", ".join(sections)
        reader.report("kader.unknown-word", fields.place("section"), word=question.section, known=known)
    placed_as = {
        QuestionType.COUNTRY: "country",
        QuestionType.INITIATIVE: "initiative",
        QuestionType.EMAIL: "email",
        QuestionType.DELEGATION_LIST: "delegation_list",
    }
    if placed_as.get(question.type, question.id) != question.id:
        reader.report(
            "kader.unknown-word", fields.place("id"), word=question.id, known=placed_as[question.type]
        )
    return question


def _kinds(fields: Fields) -> tuple[Kind, ...]:
    found = []
    for code in fields.codes("kinds"):
        if code in list(Kind):
            found.append(Kind(code))
        else:
            fields.reader.report(
                "kader.unknown-word", fields.place("kinds"), word=code, known=", ".join(Kind)
            )
    return tuple(found)


def _check(reader: Reader, door: FrontDoor, header: Fields) -> None:
    """What the code counts on: a prefix for references, no question twice, and those without which nothing is sent."""
    if not _PREFIX.fullmatch(door.prefix):
        reader.report("front-door.prefix", header.place("prefix"), value=door.prefix)
    ids = [question.id for question in door.questions]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        reader.report("kader.duplicate-id", FILE, id=name)
    for name in sorted(PLACED & set(ids)):
        question = next(one for one in door.questions if one.id == name)
        if name in NEEDED and (not question.required or question.kinds):
            reader.report("front-door.always", FILE, id=name)
    for name in sorted(NEEDED - set(ids)):
        reader.report("front-door.always", FILE, id=name)
