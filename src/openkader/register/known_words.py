"""The words by which parties and cases are found, and the rows that say who has them."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model

from openkader.casework.name_words import LONGEST, near_forms, sound_of
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.models import NameWord, NearWord


def enter_links(
    table: type[Model],
    names: Sequence[str],
    rows: Iterable[tuple[int | str, ...]],
    *,
    unless_there: bool = False,
) -> None:
    """Store rows of keys, straight into their table: there are many, and nothing about them is to be checked."""
    entered = list(rows)
    if not entered:
        return
    columns = [str(getattr(table._meta.get_field(name), "column")) for name in names]  # noqa: B009 - of a real field
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    into = connection.ops.quote_name(table._meta.db_table)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        insert = f"INSERT INTO {into} ({quoted}) VALUES ({places})"  # noqa: S608 - our own names
        cursor.executemany(insert + " ON CONFLICT DO NOTHING" * unless_there, entered)


def word_keys(words: Iterable[str]) -> dict[str, int]:
    """The key of each word; new ones are entered, in one order so that no two writers wait for each other."""
    wanted = sorted(set(words))
    known = _known(wanted)
    new = [word for word in wanted if word not in known]
    rows = (NameWord(word=word, sound=sound_of(word)[:LONGEST]) for word in new)
    NameWord.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    entered = _known(new)
    forms = ((form, entered[word]) for word in new for form in sorted(near_forms(word)))
    enter_links(NearWord, ("form", "word"), forms, unless_there=True)
    return known | entered


def _known(words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for few in few_at_a_time(words):
        found |= dict(NameWord.objects.filter(word__in=few).values_list("word", "pk"))
    return found
