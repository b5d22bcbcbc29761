"""Reading the self-scan of an organisation from its file, strictly: all problems at once, each with its line."""

from collections.abc import Mapping
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Fields, Reader
from openkader.casework.self_scan.form import ScanForm, ScanQuestion, ScanStep, SessionKind, Step
from openkader.casework.vocabulary import Kind
from openkader.kader.reading import read_passages, read_word

FILE = "self-scan.yaml"
_PARTS = ("self_scan", "validity", "needed", "sessions", "steps")
_HEADER = ("title", "introduction", "own_form", "use", "privacy", "source")
_MOST_MONTHS = 120
_FEWEST, _MOST = 2, 4  # questions in a step: a scan that takes an afternoon is not filled in
_LONGEST_NAME = 60


def load_self_scan(
    folder: Path, *, sources: Mapping[str, object] | None = None, measures: Mapping[str, object] | None = None
) -> ScanForm:
    """The scan in an organisation's folder, or `Invalid` with everything that is wrong with it.

    `sources` and `measures` are those of its kaders, where the file is checked beside them.
    """
    reader = Reader()
    parts = reader.mapping(read_file(folder / FILE, FILE, reader.problems), _PARTS)
    header = reader.mapping(parts.entry("self_scan") or Entry({}, parts.where), _HEADER)
    validity = reader.mapping(parts.entry("validity") or Entry({}, parts.where), ("months", "cites"))
    needed = reader.mapping(parts.entry("needed") or Entry({}, parts.where), ("kinds",), ("measure",))
    known = Anything() if measures is None else measures
    found = ScanForm(
        **{name: header.text(name) for name in _HEADER},
        months=_months(validity),
        cites=read_passages(validity, Anything() if sources is None else sources),
        kinds=_kinds(needed),
        measure=_measure(needed, known),
        sessions=tuple(_session(reader, entry, known) for entry in parts.items("sessions")),
        steps=tuple(_step(reader, entry) for entry in parts.items("steps")),
    )
    _check(reader, found, parts)
    reader.finish()
    return found


def _months(fields: Fields) -> int:
    months = fields.integer("months") or 0
    if fields.entry("months") is not None and not 0 < months <= _MOST_MONTHS:
        fields.reader.report("self-scan.months", fields.place("months"), most=str(_MOST_MONTHS))
    return months


def _kinds(fields: Fields) -> tuple[Kind, ...]:
    codes = fields.codes("kinds")
    for code in codes:
        if code not in list(Kind):
            known = ", ".join(Kind)
            fields.reader.report("kader.unknown-word", fields.place("kinds"), word=code, known=known)
    return tuple(Kind(code) for code in codes if code in list(Kind))


def _measure(fields: Fields, known: Mapping[str, object]) -> str | None:
    code = fields.words_or_none("measure")
    if code is not None and code not in known:
        fields.reader.report("self-scan.measure", fields.place("measure"), measure=code)
    return code


def _session(reader: Reader, entry: Entry, known: Mapping[str, object]) -> SessionKind:
    fields = reader.mapping(entry, ("id", "text"), ("measure",))
    return SessionKind(_name(fields), fields.text("text"), _measure(fields, known))


def _step(reader: Reader, entry: Entry) -> ScanStep:
    fields = reader.mapping(entry, ("step", "title", "about", "questions"))
    questions = tuple(_question(reader, one) for one in fields.items("questions"))
    if fields.entry("questions") is not None and not _FEWEST <= len(questions) <= _MOST:
        reader.report("self-scan.questions", fields.place("questions"), fewest=str(_FEWEST), most=str(_MOST))
    step = read_word(fields, "step", Step, Step.EMBED)
    return ScanStep(step, fields.text("title"), fields.text("about"), questions)


def _question(reader: Reader, entry: Entry) -> ScanQuestion:
    fields = reader.mapping(entry, ("id", "text"), ("help",))
    return ScanQuestion(_name(fields), fields.text("text"), fields.text_or_none("help"))


def _name(fields: Fields) -> str:
    """A name that can stand in a form and in the register."""
    name = fields.words("id")
    if name and (len(name) > _LONGEST_NAME or not (name.isascii() and name.isidentifier())):
        fields.reader.report("self-scan.name", fields.place("id"), name=name[:_LONGEST_NAME])
    return name


def _check(reader: Reader, form: ScanForm, parts: Fields) -> None:
    """The six steps, each once and in their order, and no name twice."""
    steps = [step.step for step in form.steps]
    if parts.entry("steps") is not None and steps != list(Step):
        reader.report("self-scan.steps", parts.place("steps"), steps=", ".join(Step))
    for names in ([one.id for one in form.questions], [one.id for one in form.sessions]):
        for name in sorted({name for name in names if names.count(name) > 1}):
            reader.report("kader.duplicate-id", FILE, id=name)
