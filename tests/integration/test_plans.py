"""What is asked often is looked up by an index, however large the register is; PostgreSQL says how it would do so."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.kader import Assessor
from openkader.register.case_lines import keep_lines
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
