"""Makes a register of PostgreSQL some times as large, by copies of its cases with other numbers.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.load.multiplying --times N``.
Entering a million cases takes hours, copying them minutes. A copy has its own cases, parties, answers, assessments,
decisions, activities and events, and all that leads from one to another; words, accounts and lists stay as they are.
The chain of the trail does not hold over the copies: such a register is for reading, and nobody enters in it.
"""

import argparse
import json
import sys
from typing import Any

SCALED = (
    "Request", "Party", "PartyName", "Participation", "Answer", "Measure", "CaseLine", "Evidence", "Assessment",
    "Decision", "CaseSector", "Activity", "Reference", "PartyWord", "CaseWord", "CasePartyWord", "AuditEvent",
)  # fmt: skip
# The day by which a copy is due: another than that of its case, for copies of one case would stand side by side.
_DUE_DAY = """
    CASE WHEN due_on = '9999-12-31' THEN due_on ELSE (SELECT min(due_on) FROM register_caseline)
    + ((hashint8(request_id + copy) & 2147483647)
       %% (SELECT max(due_on) - min(due_on) + 1 FROM register_caseline WHERE due_on < '9999-12-31')) END
"""
# What names something by its number, and so gets a number of its own.
_NAMES = {"reference", "object_reference", "dossier"}


def main() -> int:
    """Print how many cases there are now."""
    import django

    django.setup()
    from django.apps import apps
    from django.db import connection, transaction

    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.multiplying")
    parser.add_argument("--times", type=int, required=True, help="how many times as large it becomes")
    times = parser.parse_args().times
    models = [apps.get_model("register", name) for name in SCALED]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        again = _without_helpers(cursor, [model._meta.db_table for model in models])
        shifts = {model: _shift(cursor, model) for model in models}
        for model in models:
            _copy(cursor, model, shifts, times)
        for statement in again:
            cursor.execute(statement)
        _end_the_trail()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(json.dumps({"requests": models[0]._default_manager.count()}))
    return 0


def _end_the_trail() -> None:
    """Who looks at what is confidential writes an event, behind the last copy."""
    from openkader.register.models import AuditEvent, AuditHead

    last = AuditEvent.objects.order_by("-sequence").values("sequence", "hash")[:1].get()
    AuditHead.objects.update(**last)


def _without_helpers(cursor: Any, tables: list[str]) -> list[str]:
    """Take away indexes and references, which are slow to keep up one row at a time; how each is made again."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND (conrelid::regclass::text = ANY(%s) OR confrelid::regclass::text = ANY(%s))",
        [tables, tables],
    )
    references = cursor.fetchall()
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index WHERE NOT indisunique"
        " AND indrelid::regclass::text = ANY(%s)",
        [tables],
    )
    indexes = cursor.fetchall()
    for table, name, _ in references:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    made = [
        f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}' for table, name, definition in references
    ]
    return [definition for _, definition in indexes] + made


def _shift(cursor: Any, model: Any) -> int:
    """By how much the numbers of one copy differ from those of the one before."""
    if model._meta.pk.get_internal_type() not in ("BigAutoField", "AutoField"):
        return 0
    cursor.execute(f"SELECT coalesce(max({model._meta.pk.column}), 0) FROM {model._meta.db_table}")  # noqa: S608
    return int(cursor.fetchone()[0])


def _copy(cursor: Any, model: Any, shifts: dict[Any, int], times: int) -> None:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    chosen = ", ".join(_chosen(field, shifts) for field in fields)
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {chosen}"  # noqa: S608  names of our own columns
        f" FROM {model._meta.db_table}, generate_series(1, %s) AS copies (copy)",
        [times - 1],
    )
    if shifts[model]:
        sequence = "SELECT setval(pg_get_serial_sequence(%s, %s), %s)"
        cursor.execute(sequence, [model._meta.db_table, model._meta.pk.column, shifts[model] * times])


def _chosen(field: Any, shifts: dict[Any, int]) -> str:
    """What stands in the column of a copy."""
    own = f'"{field.column}"'
    if field.name == "due_on" and field.model.__name__ == "CaseLine":
        return _DUE_DAY
    if field.related_model in shifts:
        return f"{own} + copy * {shifts[field.related_model]}"
    if (field.primary_key and shifts[field.model]) or field.name == "sequence":
        return f"{own} + copy * {shifts[field.model]}"
    if field.name in _NAMES:
        return f"CASE WHEN {own} = '' THEN '' ELSE {own} || '-KOPIE-' || copy END"
    return own


if __name__ == "__main__":
    sys.exit(main())
