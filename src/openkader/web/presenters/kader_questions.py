"""The questions of a draft, and what no case can be, as its pages list them."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.flowing import Plain
from openkader.base.text import capital
from openkader.kader import FactType, Kader
from openkader.kader.readings import Reading
from openkader.kader.written_entries import WrittenEntry
from openkader.web.presenters.kader_readings import TYPES, all_words, readings_in
from openkader.web.presenters.kader_rows import Voice, said_in, said_places
from openkader.web.presenters.kader_sections import Line, Section, condition_lines, main, none, note
from openkader.web.presenters.names import ANSWERERS, name_of

_ABOUT_A_QUESTION = frozenset({"no-question", "unused-fact", "idle-question", "milder", "unknown-opens"})
_MOST = 6  # places or answers in a line of a list


def _question(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said, read = row.said, voice.readings.get(row.name, ())
    who = name_of(ANSWERERS, str(said.get("answered_by") or ""))
    given = next((one for one in read if one.gives), None)
    yield [
        main(capital(said_in(said.get("label")))),
        note(said_in(said.get("question"))),
        note(_("Answered by %(who)s") % {"who": who} if who else ""),
        note(_("A table answers it") if given else ""),
    ]
    yield _answers(voice, row)
    yield _places([one for one in read if not one.gives])
    found = [one.text for one in voice.findings if one.where == row.name and one.code in _ABOUT_A_QUESTION]
    yield [note(voice.said(one)) for one in found] or [none(_("nothing"))]


def _answers(voice: Voice, row: WrittenEntry) -> list[Line]:
    said = row.said
    kind = next((one for one in FactType if one == said.get("type")), None)
    fact = voice.facts.get(row.name)
    options = fact.options if fact else ()
    number = ngettext("%(number)s answer", "%(number)s answers", len(options)) % {"number": len(options)}
    words = [voice.said(one.text) for one in options[:_MOST]]
    more = [_("and %(number)s more") % {"number": len(options) - _MOST}] if len(options) > _MOST else []
    return [
        main(capital(str(TYPES[kind])) if kind else str(said.get("type") or "")),
        *([note(f"{number}: {', '.join([*words, *more])}")] if options else []),
        *([note(_("findings"))] if _is_finding(said.get("worsens")) else []),
    ]


def _places(read: Sequence[Reading]) -> list[Line]:
    """What decides first; of examples only how many."""
    rules = all_words(one for one in read if one.part != "scenarios")
    number = len(read) - len([one for one in read if one.part != "scenarios"])
    examples = ngettext("%(number)s example", "%(number)s examples", number) % {"number": number}
    found = [note(_first(rules)), *([note(examples)] if number else [])]
    return found if read else [none(_("nothing reads it"))]


def _is_finding(said: Plain) -> bool:
    return said is True or bool(isinstance(said, list) and said)


def _constraint(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    yield [main(said_in(row.said.get("text")))]
    yield condition_lines(voice, row, "never", "")
    yield [note(one) for one in said_places(voice, row.said)] or [none(_("no passage"))]


def _first(words: Sequence[str]) -> str:
    more = [_("and %(number)s more") % {"number": len(words) - _MOST}] if len(words) > _MOST else []
    return ", ".join([*words[:_MOST], *more])


def reading_places(kader: Kader | None, name: str) -> list[str]:
    """Where a question is read, and by which table it is given."""
    return all_words(readings_in(kader).get(name, ()))


QUESTION_SECTIONS: tuple[Section, ...] = (
    Section(
        slug="vragen",
        key="facts",
        title=gettext_lazy("The questions"),
        lead=gettext_lazy("What is asked of a case, in the order in which it is asked. Choose one to change it."),
        change=gettext_lazy("Change a question"),
        new=gettext_lazy("A new question"),
        saved=gettext_lazy("The question is saved. It is a step of the text of its part."),
        added=gettext_lazy("The question is added, behind the others. Name it in a rule to let it count."),
        removed=gettext_lazy("The question is taken away. It stays among the steps."),
        empty=gettext_lazy("A question has a sort of answer and words. Rules, measures and figures read its answer."),
        columns=(
            gettext_lazy("Question"), gettext_lazy("What is asked"), gettext_lazy("Sort of answer"),
            gettext_lazy("Where it is read"), gettext_lazy("What the check finds"),
        ),
        says=_question,
        places=reading_places,
        ordered=True,
    ),
    Section(
        slug="uitsluitingen",
        key="constraints",
        title=gettext_lazy("What cannot be"),
        lead=gettext_lazy("Answers that do not go together, such as an embassy talk with participants."),
        change=gettext_lazy("Change what cannot be"),
        new=gettext_lazy("A new one"),
        saved=gettext_lazy("It is saved, as a step of the text of its part."),
        added=gettext_lazy("It is added, behind the others."),
        removed=gettext_lazy("It is taken away. It stays among the steps."),
        empty=gettext_lazy("Say which answers do not go together; examples of the check keep to that."),
        columns=(
            gettext_lazy("Name"), gettext_lazy("What cannot be"), gettext_lazy("No case is so that"),
            gettext_lazy("Where it is written"),
        ),
        says=_constraint,
    ),
)  # fmt: skip
