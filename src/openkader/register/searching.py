"""Keeping the words under which parties are found, whenever a name enters the register."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import transaction

from openkader.casework.name_words import NameWords, words_of
from openkader.casework.vocabulary import PartyKind
from openkader.register.batches import few_at_a_time
from openkader.register.case_words import keep_listed_words, renew_party_words
from openkader.register.known_words import enter_links, word_keys
from openkader.register.models import Delegate, NameWord, Party, PartyName, PartyWord

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
        renew_party_words(keys)


def keep_missing_words() -> int:
    """The same for every party of which no word is known; how many there were."""
    missing = list(Party.objects.filter(words__isnull=True).values_list("pk", flat=True))
    keep_words(missing)
    return len(missing)


def keep_all_words() -> int:
    """Make all words anew, as after a change in how names are read; nobody finds less meanwhile."""
    with transaction.atomic():
        NameWord.objects.all().delete()
        parties = keep_missing_words()
        keep_listed_words()
        return parties


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
