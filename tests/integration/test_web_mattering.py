"""What still matters in a case, what settles it and what would change it, as a colleague reads it."""

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string

from openkader.base.text import Text, capital
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessment, Assessor, Fact, Facts, FactType, Outcome, load_kader
from openkader.kader.facts import Option
from openkader.kader.soundness.answers import Answers, Stretch
from openkader.kader.soundness.mattering import Settling
from openkader.register.cases import OWN
from openkader.register.selectors.case import questions_of
from openkader.web.forms.case import AnswersForm
from openkader.web.gallery.case import made_up
from openkader.web.presenters import settling as settling_words
from openkader.web.presenters.answers import shown_region
from openkader.web.presenters.assessment import shown_assessment
from openkader.web.presenters.changes import shown_changes
from openkader.web.presenters.facts import shown_facts
from openkader.web.presenters.settling import shown_settling
from openkader.web.presenters.work import shown_questions
from tests.unit.kader_factories import ZUID_HOLLAND

ASSESSOR = Assessor(load_kader(ZUID_HOLLAND))
MILD = next(one for one in ASSESSOR.kader.scenarios if one.outcome is Outcome.TAKE_UP).facts
REQUEST = {"kind": "incoming_delegation", "country": "CN", "initiative": "own_organisation"}
READER = Person(name="", roles=frozenset({AccountRole.ADVISER}))


def page_of(found: Assessment) -> str:
    case = replace(made_up(ASSESSOR), weighed=found)
    questions = shown_questions(case, AnswersForm(questions_of(case), {}), READER)
    return render_to_string("web/components/questions.html", {"questions": questions})


def case_of(**facts: object) -> Assessment:
    known = {name: value for name, value in REQUEST.items() if ASSESSOR.kader.facts[name].accepts(value)}
    return ASSESSOR.assess({**known, **facts})  # type: ignore[dict-item]


def test_what_can_change_the_proposal_is_asked_before_what_can_only_change_a_measure() -> None:
    page = page_of(case_of())
    first = page.index("Deze kunnen het voorstel veranderen")
    second = page.index("Deze kunnen alleen een maatregel veranderen")
    last = page.index("niet meer nodig")
    assert first < page.index('id="q-own_line"') < second < page.index('id="q-office_holder"') < last
    assert last < page.index('id="q-structural_commitment"')
    assert "Wat niet nodig is, hoeft u niet te vragen." in page


def test_a_question_that_is_no_longer_needed_can_still_be_answered() -> None:
    page = page_of(ASSESSOR.assess(MILD))
    folded = page[page.index("niet meer nodig") :]
    assert 'name="answer-structural_commitment"' in folded
    assert "Geen open vraag kan het voorstel nog veranderen" in page
    assert "De minste antwoorden die deze zaak vastleggen" not in page  # nothing is left to settle


def test_the_fewest_answers_that_settle_a_case_are_said_for_each_outcome_that_is_left() -> None:
    page = page_of(case_of())
    assert "1 antwoord legt het vast, wat de andere ook zijn:" in page
    assert "antwoorden samen leggen het vast" in page
    assert "Welke vragen" in page
    assert shown_settling(ASSESSOR.assess(MILD)) is None


def test_a_search_that_was_ended_and_an_outcome_without_answers_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = (Settling(outcome=Outcome.TAKE_UP, is_bounded=True), Settling(outcome=Outcome.HOLD))
    monkeypatch.setattr(settling_words, "settlings", lambda _found: told)
    shown = shown_settling(case_of())
    page = render_to_string("web/components/settling.html", {"settling": shown})
    assert page.index("Alleen zolang er vragen open staan") < page.index("te veel combinaties")


def test_the_facts_of_an_example_say_what_each_open_question_can_change() -> None:
    shown = shown_facts(case_of(), {})
    why = {str(item["label"]): str(item["why"]) for item in (*shown["open"], *shown["idle"])}
    assert any(words.endswith("kan het voorstel veranderen") for words in why.values())
    assert any(words.endswith("kan alleen een maatregel veranderen") for words in why.values())
    assert all("kan" not in str(item["why"]) for item in shown["idle"])


def test_what_would_change_a_proposal_is_said_and_what_no_answers_lead_to() -> None:
    mild, nothing = (
        render_to_string(
            "web/components/assessment.html", {"assessment": shown_assessment(ASSESSOR.assess(facts))}
        )
        for facts in (MILD, {})
    )
    told = mild[mild.index("Wat het voorstel zou veranderen") : mild.index("Actielijnen")]
    assert "Eén van deze antwoorden:" in told
    assert "1 ander antwoord:" in told
    for name in OWN:  # what a request is, is not changed
        assert f"{capital(ASSESSOR.kader.facts[name].label.nl)}:" not in told
    assert "Geen andere antwoorden leiden tot:" not in mild
    assert "Geen andere antwoorden leiden tot:" in nothing  # what nobody knows of the request stays so


def test_answers_that_only_lead_somewhere_together_are_said_as_one_list() -> None:
    page = render_to_string("web/components/changes.html", {"changes": shown_changes(case_of(), OWN)})
    assert "andere antwoorden samen:" in page


def words(fact: Fact, now: Facts | None = None, **answers: object) -> str:
    told = Answers(fact=fact, **answers)  # type: ignore[arg-type]
    (shown,) = shown_region(now or {}, (told,))
    return str(shown["values"])


LABEL = Text(nl="iets", en="something")
DAY = Fact(id="d", type=FactType.DATE, label=LABEL)
NUMBER = Fact(id="n", type=FactType.NUMBER, label=LABEL)
LAND = Fact(id="l", type=FactType.COUNTRY, label=LABEL)
SOME = Fact(
    id="s",
    type=FactType.SEVERAL,
    label=LABEL,
    options=tuple(Option(code=code, text=Text(nl=code * 3, en=code * 3)) for code in "abcdef"),
)


@pytest.mark.parametrize(
    ("fact", "stretch", "said"),
    [
        (DAY, Stretch(high=date(2025, 1, 1), with_high=False), "vóór 1 januari 2025"),
        (DAY, Stretch(high=date(2025, 1, 1)), "tot en met 1 januari 2025"),
        (DAY, Stretch(low=date(2025, 1, 1)), "vanaf 1 januari 2025"),
        (DAY, Stretch(low=date(2025, 1, 1), with_low=False), "na 1 januari 2025"),
        (DAY, Stretch(low=date(2025, 1, 1), high=date(2025, 1, 1)), "1 januari 2025"),
        (NUMBER, Stretch(low=3), "ten minste 3"),
        (NUMBER, Stretch(low=3, with_low=False, high=5, with_high=False), "meer dan 3 en minder dan 5"),
        (NUMBER, Stretch(high=3), "ten hoogste 3"),
    ],
)
def test_days_and_numbers_are_said_as_a_stretch(fact: Fact, stretch: Stretch, said: str) -> None:
    assert words(fact, stretches=(stretch,)) == said


def test_countries_and_options_are_said_as_people_say_them() -> None:
    assert words(LAND, others=True, but=("CN",)) == "een ander land dan China"
    assert words(LAND, others=True) == "een ander land"
    assert words(NUMBER, is_any=True) == "elk antwoord"
    now = {"s": frozenset("ab")}
    assert words(SOME, now, values=(frozenset("abc"),)) == "Ook ccc"
    assert words(SOME, now, values=(frozenset("ac"),)) == "Ook ccc; zonder bbb"
    assert words(SOME, now, values=(frozenset(),)) == "Geen"
    many = tuple(frozenset(code) for code in "abcdef")
    assert words(SOME, values=many) == "Aaa, of een van 5 andere"
