"""What is asked often is looked up by an index, however large the register is; PostgreSQL says how it would do so."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.casework.permissions import HOUSE
from openkader.casework.work_list import Order, Scope
from openkader.kader import Assessor
from openkader.register.case_lines import keep_lines
from openkader.register.selectors import Choice, work_page
from tests.integration.register_house import NOW, an_activity, decided

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LARGE = ("request", "activity", "answer", "assessment", "participation", "party", "caseline", "auditevent")


def gone_through(act: Callable[[], object]) -> set[str]:
    """The large tables that are read as a whole even by a database that would rather read anything else."""
    with CaptureQueriesContext(connection) as queries:
        act()
    asked = [query["sql"] for query in queries.captured_queries if query["sql"].startswith(("SELECT", "("))]
    with connection.cursor() as cursor:
        for way in ("seqscan", "hashjoin", "mergejoin"):  # they are right for tables as small as here
            cursor.execute(f"SET LOCAL enable_{way} = off")
        steps = [step for sql in asked for step in steps_of(cursor, sql)]
    whole = {str(step["Relation Name"]) for step in steps if not {"Index Cond", "Recheck Cond"} & step.keys()}
    return whole & {f"register_{name}" for name in LARGE}


def steps_of(cursor, sql: str) -> list[dict[str, object]]:
    """The steps that read a table."""
    cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
    waiting, found = [cursor.fetchone()[0][0]["Plan"]], []
    while waiting:
        step = waiting.pop()
        waiting += step.get("Plans", [])
        found += [step] if "Relation Name" in step else []
    return found


def test_the_cases_that_changed_are_looked_up(assessor: Assessor) -> None:
    an_activity(decided(assessor))
    assert "register_request" not in gone_through(lambda: keep_lines(["V-1", "X-1"], NOW, NOW.date()))


@pytest.mark.parametrize("name", ["year", "country"])
def test_the_newest_cases_of_a_year_or_a_country_stand_in_order_in_an_index(
    assessor: Assessor, name: str
) -> None:
    decided(assessor)
    chosen: Any = {"year": 2030} if name == "year" else {"country": "CN"}
    choice = Choice(scope=Scope.ALL, order=Order.NEWEST, **chosen)
    with CaptureQueriesContext(connection) as queries:
        work_page(choice, HOUSE, NOW.date())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_sort = off")
        steps = steps_of(cursor, queries.captured_queries[0]["sql"])
    assert f"register_caseline_{name}" in {step.get("Index Name") for step in steps}
