"""Reading the survey of an organisation from its file, strictly: all problems at once, each with its line."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Fields, Reader
from openkader.casework.effect.form import (
    Option,
    QuestionSort,
    SurveyForm,
    SurveyQuestion,
    SurveyTerm,
    Wave,
)
from openkader.casework.mission import ParticipantRole
from openkader.kader.reading import read_passages, read_word

FILE = "effect-survey.yaml"
_PARTS = ("effect_survey", "waves", "term", "smallest", "questions")
_HEADER = ("title", "introduction", "own_form", "use", "privacy", "source")
_DAYS = ("ask_within", "answer_within", "remind_after")
_MOST_MONTHS, _MOST_DAYS, _MOST_ANSWERS = 120, 365, 1000
_MOST_QUESTIONS = 6  # a survey that takes longer is not filled in
_LONGEST_NAME = 60


def load_survey(
    folder: Path, *, sources: Mapping[str, object] | None = None, measures: Mapping[str, object] | None = None
) -> SurveyForm:
    """The survey in an organisation's folder, or `Invalid` with everything that is wrong with it.

    `sources` are those of its kaders, where the file is checked beside them; no measure of a kader rests on it.
    """
    reader = Reader()
    parts = reader.mapping(read_file(folder / FILE, FILE, reader.problems), _PARTS, ("left_out",))
    header = reader.mapping(parts.entry("effect_survey") or Entry({}, parts.where), _HEADER, ("kept",))
    term = reader.mapping(parts.entry("term") or Entry({}, parts.where), (*_DAYS, "cites"))
    found = SurveyForm(
        **{name: header.text(name) for name in _HEADER},
        kept=header.text_or_none("kept"),
        waves=tuple(_wave(reader, entry) for entry in parts.items("waves")),
        term=SurveyTerm(**{name: _number(term, name, _MOST_DAYS) for name in _DAYS}),
        cites=read_passages(term, Anything() if sources is None else sources),
        left_out=_roles(parts),
        smallest=_number(parts, "smallest", _MOST_ANSWERS),
        questions=tuple(_question(reader, entry) for entry in parts.items("questions")),
    )
    _check(reader, found, parts)
    reader.finish()
    return found


def _number(fields: Fields, name: str, most: int) -> int:
    number = fields.integer(name) or 0
    if fields.entry(name) is not None and not 0 < number <= most:
        fields.reader.report("survey.number", fields.place(name), name=name, most=str(most))
    return number


def _roles(fields: Fields) -> tuple[ParticipantRole, ...]:
    codes, known = fields.codes("left_out"), list(ParticipantRole)
    for code in codes:
        if code not in known:
            words = ", ".join(known)
            fields.reader.report("kader.unknown-word", fields.place("left_out"), word=code, known=words)
    return tuple(ParticipantRole(code) for code in codes if code in known)


def _wave(reader: Reader, entry: Entry) -> Wave:
    fields = reader.mapping(entry, ("id", "months", "text"))
    return Wave(_name(fields), _number(fields, "months", _MOST_MONTHS), fields.text("text"))


def _question(reader: Reader, entry: Entry) -> SurveyQuestion:
    fields = reader.mapping(entry, ("id", "sort", "text"), ("help", "needed", "options"))
    sort = read_word(fields, "sort", QuestionSort, QuestionSort.WORDS)
    options = tuple(_option(reader, one) for one in fields.items("options"))
    if (sort is QuestionSort.SEVERAL) is not bool(options):
        reader.report("survey.options", fields.where)
    return SurveyQuestion(
        id=_name(fields),
        sort=sort,
        text=fields.text("text"),
        help=fields.text_or_none("help"),
        needed=bool(fields.truth("needed")),
        options=options,
    )


def _option(reader: Reader, entry: Entry) -> Option:
    fields = reader.mapping(entry, ("id", "text"), ("alone",))
    return Option(_name(fields), fields.text("text"), bool(fields.truth("alone")))


def _name(fields: Fields) -> str:
    """A name that can stand in a form and in the register."""
    name = fields.words("id")
    if name and (len(name) > _LONGEST_NAME or not (name.isascii() and name.isidentifier())):
        fields.reader.report("survey.name", fields.place("id"), name=name[:_LONGEST_NAME])
    return name


def _check(reader: Reader, form: SurveyForm, parts: Fields) -> None:
    """No name twice, few questions with one on what came of it, words with a question of consent, waves in order."""
    for names in (
        [one.id for one in form.questions],
        [one.id for one in form.waves],
        *([option.id for option in one.options] for one in form.questions),
    ):
        _once(reader, names)
    if not 0 < len(form.questions) <= _MOST_QUESTIONS:
        reader.report("survey.questions", parts.place("questions"), most=str(_MOST_QUESTIONS))
    if form.questions and not form.of(QuestionSort.SEVERAL):
        reader.report("survey.outcome", parts.place("questions"))
    words, consents = form.of(QuestionSort.WORDS), form.of(QuestionSort.CONSENT)
    if len(words) > 1 or len(words) != len(consents):
        reader.report("survey.consent", parts.place("questions"))
    months = [wave.months for wave in form.waves]
    if not months or months != sorted(months):
        reader.report("survey.waves", parts.place("waves"))


def _once(reader: Reader, names: Iterable[str]) -> None:
    listed = list(names)
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        reader.report("kader.duplicate-id", FILE, id=name)
