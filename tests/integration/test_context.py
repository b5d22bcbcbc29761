"""Figures of others: kept with their source, checked by adding up, and apart from what the register proves."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, NOBODY
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.selectors.context import context_document, context_noted
from openkader.register.yearfile import read_year_file
from tests.integration.outlook_house import HAND, NOW, TRADE, said_by_others
from tests.integration.register_house import with_role
from tests.unit.documents import PDF
from tests.yearfiles import year_file

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    return str(caught.value.refusal.code)


def test_a_figure_is_kept_with_its_source_and_adds_up() -> None:
    assert said_by_others() == said_by_others() == "CX-2030-1"
    (row,) = selectors.context_of(2030, reader=NOBODY)
    assert (row.value, row.about, row.title) == (Decimal("95.2"), 2029, "Bedachte brief")
    assert row.check is not None
    assert row.check.adds_up
    assert [part.value for part in row.parts] == [Decimal("59.4"), Decimal("35.8")]
    assert selectors.context_of(2029, reader=NOBODY) == ()


def test_parts_that_do_not_add_up_are_kept_and_told() -> None:
    said_by_others(value=Decimal("95.3"))
    (row,) = selectors.context_of(2030, reader=NOBODY)
    assert row.check is not None
    assert row.check.short == Decimal("0.1")
    said_by_others(name=Text(nl="Zonder delen", en="Without parts"), parts=())
    assert selectors.context_of(2030, reader=NOBODY)[1].check is None


def test_the_source_is_kept_on_the_shelf_for_colleagues() -> None:
    said_by_others(file=DocumentEntry(name="brief.pdf", content=PDF))
    (public,), (inside,) = (selectors.context_of(2030, reader=one) for one in (NOBODY, HOUSE))
    assert public.file is None
    assert public.sha256 == inside.sha256 is not None
    assert inside.file == "brief.pdf"
    assert context_document("CX-2030-1") == ("brief.pdf", "application/pdf", PDF)
    with pytest.raises(NotFound):
        context_document("CX-2030-2")


def test_what_was_noted_wrongly_is_struck_out_once() -> None:
    said_by_others()

    def strike(reason: str = "Verkeerd jaar.") -> None:
        services.strike_out_context_figure("CX-2030-1", reason, **HAND)

    assert refused(lambda: strike(" ")) == "context.no-reason"
    strike()
    assert refused(strike) == "context.struck-out"
    assert selectors.context_of(2030, reader=HOUSE) == ()
    assert context_noted(2030, reader=NOBODY) == ()
    assert context_noted(2030, reader=HOUSE)[0].struck_out == "Verkeerd jaar."
    assert said_by_others() == "CX-2030-2"
    with pytest.raises(NotFound):
        services.strike_out_context_figure("NOPE", "x", **HAND)


def test_a_figure_without_a_source_or_by_somebody_else_is_refused() -> None:
    assert refused(lambda: said_by_others(title=" ")) == "context.no-source"
    with_role("adviser", AccountRole.ADVISER)
    assert refused(lambda: said_by_others(hand={"by": "adviser", "now": NOW})) == "role.cite"
    assert not models.ContextFigure.objects.exists()


FIGURE = """
context:
  - reference: CX-1
    name: {nl: Handel, en: Trade}
    value: "95,2"
    about: 2029
    source: {title: Brief}
    parts:
      - {name: {nl: invoer, en: imports}, value: "59,4"}
    passage: Zin.
"""


def test_a_year_file_gives_figures_of_others(tmp_path: Path) -> None:
    found = read_year_file(year_file(tmp_path, FIGURE))
    (entry,) = found.context
    plain = replace(TRADE, name=entry.draft.name, unit=Text(nl="", en=""), title="Brief", parts=())
    assert replace(entry.draft, parts=()) == plain
    services.import_year(found, **HAND)
    (row,) = selectors.context_of(2030, reader=NOBODY)
    assert row.check is not None
    assert row.check.short == Decimal("35.8")


def test_a_number_of_a_year_file_that_may_mean_two_things_is_a_mistake(tmp_path: Path) -> None:
    wrong = FIGURE.replace('"95,2"', '"95.200"').replace('"59,4"', '"veel"').replace("2029", "20")
    with pytest.raises(Invalid) as caught:
        read_year_file(year_file(tmp_path, wrong))
    codes = [problem.code for problem in caught.value.problems]
    assert sorted(codes) == ["context.not-a-number", "context.not-a-number", "register.not-a-year"]


def test_a_number_of_a_year_file_that_would_come_back_as_another_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        read_year_file(year_file(tmp_path, FIGURE.replace('"59,4"', '"123456789012,3456"')))
    assert [problem.code for problem in caught.value.problems] == ["context.too-exact"]


def test_a_figure_that_differs_in_anything_is_another_one() -> None:
    first, unit = said_by_others(), Text(nl="euro", en="euros")
    assert said_by_others(unit=unit) != first
    assert said_by_others(file=DocumentEntry(name="brief.pdf", content=PDF)) != first
    assert said_by_others(unit=unit, parts=()) != said_by_others(unit=unit)
    assert said_by_others() == first


@pytest.mark.usefixtures("year_2024")
def test_2024_names_three_figures_of_others_and_its_trade_adds_up() -> None:
    trade, rank, memorandum = selectors.context_of(2024, reader=NOBODY)
    assert trade.check is not None
    assert trade.check.adds_up
    assert (rank.value, memorandum.value) == (Decimal(3), Decimal(5))
    assert rank.check is memorandum.check is None
    assert all(row.passage and row.url for row in (trade, rank, memorandum))
