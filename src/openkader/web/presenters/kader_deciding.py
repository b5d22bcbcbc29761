"""Action lines, who is asked, who decides, lines to take, chapters and sources of a draft, as its pages list them."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.flowing import Plain, as_list
from openkader.base.text import Text, capital
from openkader.kader import Kader
from openkader.kader.records import LEVELS, OUTCOMES, ROLES
from openkader.kader.written_entries import WrittenEntry
from openkader.web.presenters.coverage import PILLARS
from openkader.web.presenters.kader_rows import Voice, said_in, said_places
from openkader.web.presenters.kader_sections import Line, Section, condition_lines, main, none, note
from openkader.web.shell import language


def _action_line(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    pillar = next((words for one, words in PILLARS.items() if one == said.get("pillar")), "")
    measures = len(as_list(said.get("measures")))
    yield [
        main(said_in(said.get("text"))),
        note(f"{pillar} {said.get('number') or ''}".strip()),
        note(ngettext("%(number)s measure", "%(number)s measures", measures) % {"number": measures}),
    ]
    yield condition_lines(voice, row, "applies", "")
    yield _places(voice, row)


def _consultation(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said, days = row.said, row.said.get("term_days")
    within = (
        ngettext("within %(days)s working day", "within %(days)s working days", days)
        if isinstance(days, int)
        else ""
    )
    yield [
        main(_desk(voice.kader, row.name)),
        note(_("mandatory") if said.get("mandatory") is True else _("advisable")),
        *([note(within % {"days": days})] if within else []),
    ]
    yield [*condition_lines(voice, row, "when", ""), note(said_in(said.get("reason")))]
    yield (
        [main(said_in(said.get("question")))] if said.get("question") else [none(_("no question of its own"))]
    )
    yield _places(voice, row)


def _mandate(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    second = [note(_("with a second person"))] if said.get("second_person") is True else []
    yield [main(capital(_told(ROLES, [said.get("role")]))), *second]
    yield [
        main(capital(_told(OUTCOMES, as_list(said.get("outcomes"))) or _("all outcomes"))),
        *([note(_told(LEVELS, as_list(said.get("levels"))))] if said.get("levels") else []),
    ]
    yield [*condition_lines(voice, row, "when", _("in all cases")), note(said_in(said.get("reason")))]
    yield _places(voice, row)


def _message(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    yield [main(said_in(row.said.get("text"))), note(said_in(row.said.get("audience")))]
    yield condition_lines(voice, row, "when", "")
    yield _places(voice, row)


def _chapter(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    yield [main(said_in(said.get("title")))]
    shown = [
        str(one) for key in ("figures", "action_lines", "preconditions") for one in as_list(said.get(key))
    ]
    yield [note(", ".join(shown))] if shown else [none(_("only text"))]


def _source(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    yield [
        main(said_in(said.get("title"))),
        note(", ".join(str(one) for one in (said.get("publisher"), said.get("date")) if one)),
    ]
    yield [note(_("not read: only its place is known") if said.get("available") is False else _("read"))]


def _places(voice: Voice, row: WrittenEntry) -> list[Line]:
    return [note(one) for one in said_places(voice, row.said)] or [none(_("no passage"))]


def _desk(kader: Kader | None, code: str) -> str:
    desks = kader.lists.get("desks") if kader else None
    found = next((one for one in desks.items if one.code == code), None) if desks else None
    return capital(found.text.in_(language())) if found else code


def _told(words: Mapping[str, Text], said: Sequence[Plain]) -> str:
    known = (words.get(str(one)) for one in said)
    return ", ".join(one.in_(language()) for one in known if one is not None)


_WRITTEN = gettext_lazy("Where it is written")
DECIDING_SECTIONS: tuple[Section, ...] = (
    Section(
        slug="actielijnen",
        key="action_lines",
        title=gettext_lazy("The action lines"),
        lead=gettext_lazy("What this draft pays attention to. The measures stand on a page of their own."),
        change=gettext_lazy("Change an action line"),
        new=gettext_lazy("A new action line"),
        saved=gettext_lazy("The action line is saved. It is a step of the text of its part."),
        added=gettext_lazy("The action line is added. Give it measures, and name it in a chapter of the evaluation."),
        removed=gettext_lazy("The action line is taken away with its measures. It stays among the steps."),
        empty=gettext_lazy("An action line says in which cases its measures are asked."),
        columns=(gettext_lazy("Line"), gettext_lazy("What it says"), gettext_lazy("Applies if"), _WRITTEN),
        says=_action_line,
        ordered=True,
    ),
    Section(
        slug="advies",
        key="consultations",
        title=gettext_lazy("Who is asked for advice"),
        lead=gettext_lazy("Which desk is asked in which cases, and whether the decision waits for it."),
        change=gettext_lazy("Change who is asked"),
        new=gettext_lazy("Another desk"),
        saved=gettext_lazy("It is saved, as a step of the text of its part."),
        added=gettext_lazy("The desk is added, behind the others."),
        removed=gettext_lazy("The desk is not asked any more. It stays among the steps."),
        empty=gettext_lazy("Name a desk, and in which cases it is asked."),
        columns=(
            gettext_lazy("Code"), gettext_lazy("Desk"), gettext_lazy("Asked if"), gettext_lazy("The question"),
            _WRITTEN,
        ),
        says=_consultation,
        ordered=True,
    ),
    Section(
        slug="mandaten",
        key="mandates",
        title=gettext_lazy("Who may decide"),
        lead=gettext_lazy("Which role decides what, and when a second person has to agree."),
        change=gettext_lazy("Change a mandate"),
        new=gettext_lazy("A new mandate"),
        saved=gettext_lazy("The mandate is saved. It is a step of the text of its part."),
        added=gettext_lazy("The mandate is added, behind the others."),
        removed=gettext_lazy("The mandate is taken away. It stays among the steps."),
        empty=gettext_lazy("Without a mandate nobody decides."),
        columns=(
            gettext_lazy("Mandate"), gettext_lazy("Who"), gettext_lazy("What"), gettext_lazy("In which cases"),
            _WRITTEN,
        ),
        says=_mandate,
        ordered=True,
    ),
    Section(
        slug="boodschappen",
        key="messages",
        title=gettext_lazy("The lines to take"),
        lead=gettext_lazy("What is said in a talk, in the cases in which it is fitting."),
        change=gettext_lazy("Change a line to take"),
        new=gettext_lazy("A new line to take"),
        saved=gettext_lazy("The line is saved. It is a step of the text of its part."),
        added=gettext_lazy("The line is added, behind the others."),
        removed=gettext_lazy("The line is taken away. It stays among the steps."),
        empty=gettext_lazy("A line to take says what, to whom, and in which cases."),
        columns=(gettext_lazy("Name"), gettext_lazy("The line"), gettext_lazy("Offered if"), _WRITTEN),
        says=_message,
        ordered=True,
    ),
    Section(
        slug="hoofdstukken",
        key="report",
        title=gettext_lazy("The chapters of the evaluation"),
        lead=gettext_lazy("What the yearly evaluation under this draft shows, in this order."),
        change=gettext_lazy("Change a chapter"),
        new=gettext_lazy("A new chapter"),
        saved=gettext_lazy("The chapter is saved. It is a step of the text of its part."),
        added=gettext_lazy("The chapter is added, behind the others."),
        removed=gettext_lazy("The chapter is taken away. It stays among the steps."),
        empty=gettext_lazy("A chapter has a title, and the figures that it shows."),
        columns=(gettext_lazy("Chapter"), gettext_lazy("Title"), gettext_lazy("What it shows")),
        says=_chapter,
        ordered=True,
    ),
    Section(
        slug="bronnen",
        key="sources",
        title=gettext_lazy("The sources"),
        lead=gettext_lazy("The documents that passages of this draft quote."),
        change=gettext_lazy("Change a source"),
        new=gettext_lazy("A new source"),
        saved=gettext_lazy("The source is saved. It is a step of the text of its part."),
        added=gettext_lazy("The source is added. Passages can name it now."),
        removed=gettext_lazy("The source is taken away. It stays among the steps."),
        empty=gettext_lazy("A source is a document that a passage quotes."),
        columns=(gettext_lazy("Source"), gettext_lazy("Title"), gettext_lazy("Whether it was read")),
        says=_source,
    ),
)  # fmt: skip
