"""A kader as a document: the chapters that say what holds, in the order in which a case meets them."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import Text, capital
from openkader.kader import Assessor, Condition, Kader, Outcome, Speaker
from openkader.kader.conditions import ALWAYS
from openkader.kader.facts import Fact
from openkader.kader.library import beside
from openkader.kader.model import (
    ActionLine,
    Consultation,
    Measure,
    MessageLine,
    Pillar,
    Precondition,
    ProposalRow,
    Table,
)
from openkader.kader.records import LEVELS, OUTCOMES, ROLES
from openkader.kader.sections import CASE
from openkader.kader.sources import Passage
from openkader.publication.kader_words import policy_words
from openkader.web.presenters.citations import review_words, shown_citations
from openkader.web.presenters.kader_terms import moment_words, term_words
from openkader.web.shell import language, said

Chapter = dict[str, object]
Article = dict[str, object]


class Document:
    """One kader with the speaker that says its conditions in the reader's language."""

    def __init__(self, assessor: Assessor) -> None:
        self.assessor = assessor
        self.kader: Kader = assessor.kader

    def rules(self) -> list[Chapter]:
        """Preconditions, proposal, derived facts, what cannot be, action lines, advice and messages."""
        return [
            self._preconditions(),
            self._proposal(),
            self._tables(),
            *self._constraints(),
            self._lines(Pillar.ECONOMIC, _("Economic risks")),
            self._lines(Pillar.HUMAN_RIGHTS, _("Human rights")),
            self._consultations(),
            self._mandates(),
            self._messages(),
        ]

    def say(self, condition: Condition, over: str = CASE) -> str:
        """A condition as a sentence about a case, or about the records of a collection."""
        facts = self.kader.facts if over == CASE else self.kader.records[over]
        return capital(Speaker(facts, self.kader.lists, language()).say(condition))

    def item(self, listing: str, code: str | None) -> str | None:
        """An entry of a list in words."""
        if code is None:
            return None
        known = self.kader.lists.get(listing)
        item = known.item(code) if known else None
        return capital(item.text.in_(language())) if item else code

    def _preconditions(self) -> Chapter:
        def article(one: Precondition) -> Article:
            return {
                "code": one.id,
                "anchor": one.id,
                "title": said(one.text),
                "lines": [{"label": _("Is met if"), "value": self.say(one.holds)}],
                "citations": self._citations("preconditions", one.id, one.cites),
            }

        return {
            "id": "preconditions",
            "title": _("Preconditions"),
            "text": _("Under these conditions the relation may go on. They are tested for each request."),
            "articles": [article(one) for one in self.kader.preconditions],
        }

    def _proposal(self) -> Chapter:
        severe_first = sorted(Outcome, key=lambda outcome: -outcome.severity)
        rows = {
            outcome: [row for row in self.kader.proposal if row.outcome is outcome]
            for outcome in severe_first
        }
        return {
            "id": "proposal",
            "title": _("The proposal"),
            "text": _(
                "Every rule that holds counts, and the most severe one decides. A more severe rule that may still "
                "hold, because an answer is missing, keeps the request on hold. The framework proposes; a person "
                "decides."
            ),
            "groups": [
                {"outcome": outcome, "articles": [self._row(row) for row in found]}
                for outcome, found in rows.items()
                if found
            ],
        }

    def _row(self, row: ProposalRow) -> Article:
        lines: list[dict[str, str | None]] = [
            {"label": _("Holds if"), "value": self.say(row.when)},
            {"label": _("Ground"), "value": self.item("grounds", row.ground)},
            {"label": _("Instrument"), "value": self.item("instruments", row.instrument)},
            {
                "label": _("Refer to"),
                "value": ", ".join(filter(None, (self.item("desks", x) for x in row.refer_to))),
            },
            {"label": _("Condition"), "value": " ".join(said(term) or "" for term in row.terms)},
        ]
        return {
            "anchor": f"rule-{row.id}",
            "title": said(row.reason),
            "lines": [line for line in lines if line["value"]],
            "citations": self._citations("proposal", row.id, row.cites),
        }

    def _tables(self) -> Chapter:
        own = {one.id for one in self.kader.preconditions}
        tables = [table for table in self.kader.tables if table.gives not in own]
        return {
            "id": "tables",
            "title": _("What follows from the answers"),
            "text": _(
                "The first row that holds gives the value. While a row before it may hold, it stays unknown."
            ),
            "articles": [self._table(table) for table in tables],
        }

    def _table(self, table: Table) -> Article:
        facts = self.kader.facts if table.over == CASE else self.kader.records[table.over]
        fact = facts[table.gives]
        lines = [
            {"label": capital(fact.say(row.value, language())), "value": self.say(row.when, table.over)}
            for row in table.rows
        ]
        if table.otherwise is not None:
            lines.append(
                {"label": capital(fact.say(table.otherwise, language())), "value": _("In all other cases")}
            )
        return {
            "anchor": f"table-{table.over}-{table.gives}",
            "title": capital(fact.label.in_(language())),
            "text": said(table.note),
            "lines": lines,
            "citations": shown_citations(self.kader, [cite for row in table.rows for cite in row.cites]),
        }

    def _constraints(self) -> list[Chapter]:
        """What goes with no other answer; no chapter where the kader states nothing of the sort."""
        if not self.kader.constraints:
            return []
        text = _("No case is like this. Whoever gives two answers that do not go together is told so.")
        articles = [
            {
                "anchor": f"constraint-{one.id}",
                "title": said(one.text),
                "lines": [{"label": _("Cannot be"), "value": self.say(one.never)}],
                "citations": self._citations("constraints", one.id, one.cites),
            }
            for one in self.kader.constraints
        ]
        return [{"id": "constraints", "title": _("What cannot be"), "text": text, "articles": articles}]

    def _lines(self, pillar: Pillar, title: str) -> Chapter:
        lines = [line for line in self.kader.action_lines if line.pillar is pillar]
        words = ngettext(
            "%(count)s action line, with the measures that it asks for.",
            "%(count)s action lines, each with the measures that it asks for.",
            len(lines),
        )
        return {
            "id": f"pillar-{pillar}",
            "title": title,
            "text": words % {"count": len(lines)},
            "articles": [self._line(line) for line in lines],
        }

    def _line(self, line: ActionLine) -> Article:
        return {
            "code": line.id,
            "anchor": line.id,
            "title": said(line.text),
            "lines": [{"label": _("Applies if"), "value": self.say(line.applies)}],
            "citations": self._citations("action_lines", line.id, line.cites),
            "measures": [self._measure(measure) for measure in line.measures],
        }

    def _measure(self, measure: Measure) -> Article:
        only = None if measure.when == ALWAYS else self.say(measure.when)
        lines = [
            {"label": _("Only if"), "value": only},
            {"label": _("Evidence"), "value": said(measure.evidence)},
            {"label": _("When"), "value": moment_words(measure.moment_days)},
            {"label": _("Who"), "value": said(measure.owner)},
        ]
        return {
            "anchor": measure.id,
            "code": measure.id,
            "title": said(measure.text),
            "lines": [line for line in lines if line["value"]],
            "citations": self._citations("measures", measure.id, measure.cites),
        }

    def _consultations(self) -> Chapter:
        articles = [self._consultation(one) for one in self.kader.consultations]
        return {"id": "consultations", "title": _("Who is asked for advice"), "articles": articles}

    def _consultation(self, one: Consultation) -> Article:
        lines: list[dict[str, str | None]] = [
            {"label": _("Asked if"), "value": self.say(one.when)},
            {"label": _("The decision waits for it"), "value": _("Yes") if one.mandatory else _("No")},
            {"label": _("Question"), "value": said(one.question)},
            {"label": _("Term"), "value": term_words(one.term_days)},
            {"label": _("The desk sees"), "value": self._labels(one.shows)},
            {"label": _("Its advice answers"), "value": self._labels(self._filled_by(one.desk))},
        ]
        return {
            "title": self.item("desks", one.desk),
            "text": said(one.reason),
            "lines": [line for line in lines if line["value"]],
            "citations": self._citations("consultations", one.desk, one.cites),
        }

    def _filled_by(self, desk: str) -> list[str]:
        return [filling.fact for filling in self.kader.fillings if desk in filling.desks]

    def _labels(self, facts: Sequence[str]) -> str:
        return capital(", ".join(self.kader.facts[name].label.in_(language()) for name in facts))

    def _mandates(self) -> Chapter:
        articles: list[Article] = [
            {
                "anchor": f"mandate-{one.id}",
                "title": capital(ROLES[one.role].in_(language())),
                "text": said(one.reason),
                "lines": [
                    {"label": _("May decide"), "value": _named(OUTCOMES, one.outcomes)},
                    {"label": _("About"), "value": _named(LEVELS, one.levels)},
                    {"label": _("Holds if"), "value": self.say(one.when)},
                    {
                        "label": _("A second person agrees"),
                        "value": _("Yes") if one.second_person else _("No"),
                    },
                ],
                "citations": self._citations("mandates", one.id, one.cites),
            }
            for one in self.kader.mandates
        ]
        text = _("An unknown fact gives nobody a mandate.")
        return {"id": "mandates", "title": _("Who may decide"), "text": text, "articles": articles}

    def _messages(self) -> Chapter:
        text = _("What the organisation says in talks, and to whom.")
        articles = [self._message(one) for one in self.kader.messages]
        return {"id": "messages", "title": _("Lines to take"), "text": text, "articles": articles}

    def _message(self, one: MessageLine) -> Article:
        lines: list[dict[str, str | None]] = [
            {"label": _("For whom"), "value": capital(said(one.audience) or "")},
            {"label": _("Topic"), "value": self.item("topics", one.topic)},
            {"label": _("Used if"), "value": self.say(one.when)},
            {"label": _("Rests on policy"), "value": policy_words(self.kader, one, language())},
            {"label": _("Looked at again on"), "value": review_words(self.kader, one)},
        ]
        return {
            "anchor": f"message-{one.id}",
            "title": said(one.text),
            "lines": [line for line in lines if line["value"]],
            "citations": self._citations("messages", one.id, one.cites),
        }

    def _citations(self, part: str, rule: str, cites: Sequence[Passage]) -> list[dict[str, object]]:
        return shown_citations(self.kader, (*cites, *beside(self.kader, part, rule)))


def _named(names: Mapping[str, Text], codes: Sequence[str]) -> str:
    return capital(", ".join(names[code].in_(language()) for code in codes))


def options_of(fact: Fact) -> Sequence[str]:
    """The answers that a question offers."""
    return [capital(option.text.in_(language())) for option in fact.options]
