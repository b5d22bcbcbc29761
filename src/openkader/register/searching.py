"""Keeping the words under which parties are found, whenever a name enters the register."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import connection, transaction
from django.db.models import Model

from openkader.casework.name_words import LONGEST, NameWords, near_forms, sound_of, words_of
from openkader.casework.vocabulary import PartyKind
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.models import Delegate, NameWord, NearWord, Party, PartyName, PartyWord

_Said = tuple[str, bool]  # a name or function, and whether it is the name of a person
_MOST_AT_ONCE = 500


def keep_words(parties: Iterable[int]) -> None:
    """Write down the words of these parties, in place of what stood there of them."""
    for keys in few_at_a_time(sorted(set(parties)), _MOST_AT_ONCE):
        found = {key: _words(said) for key, said in _said(keys).items()}
        known = word_keys(chain.from_iterable((*words.written, *words.read) for words in found.values()))
        PartyWord.objects.filter(party__in=keys).delete()
        rows = (
            (party, known[word], is_written)
            for party, words in found.items()
            for kept, is_written in ((words.written, True), (words.read, False))
            for word in sorted(kept)
        )
        enter_links(PartyWord, ("party", "word", "is_written"), rows)


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


def keep_missing_words() -> int:
    """The same for every party of which no word is known; how many there were."""
    missing = list(Party.objects.filter(words__isnull=True).values_list("pk", flat=True))
    keep_words(missing)
    return len(missing)


def keep_all_words() -> int:
    """Make all words anew, as after a change in how names are read; nobody finds less meanwhile."""
    with transaction.atomic():
        NameWord.objects.all().delete()
        return keep_missing_words()


def _said(keys: Sequence[int]) -> dict[int, list[_Said]]:
    """What each party is called, in every place that says so; a function is no name of a person."""
    found: defaultdict[int, list[_Said]] = defaultdict(list)
    persons: set[int] = set()
    columns = ("pk", "kind", "name", "function_nl", "function_en")
    for key, kind, name, *functions in Party.objects.filter(pk__in=keys).values_list(*columns):
        found[key] = [(name, kind == PartyKind.PERSON)] if name else []
        found[key] += [(function, False) for function in functions if function]
        if kind == PartyKind.PERSON:
            persons.add(key)
    for key, name in PartyName.objects.filter(party__in=keys).values_list("party", "name"):
        found[key].append((name, key in persons))
    for role, names, is_person in (("party", "names", True), ("organisation", "organisation_names", False)):
        rows = Delegate.objects.filter(**{f"{role}__in": keys})
        for key, listed in rows.values_list(role, names):
            found[key] += [(name, is_person) for name in listed]
    return found


def _words(said: Iterable[_Said]) -> NameWords:
    every = [words_of(name, is_person=is_person) for name, is_person in dict.fromkeys(said)]
    written = frozenset[str]().union(*(words.written for words in every))
    return NameWords(written, frozenset[str]().union(*(words.read for words in every)) - written)


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
