"""The words under which a case is found: of its title and number, and of whoever takes part in it.

All of it follows from the case and from the names of its parties, and can be made again.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import F

from openkader.casework.name_words import words_of
from openkader.register.batches import few_at_a_time
from openkader.register.known_words import enter_links, word_keys
from openkader.register.models import (
    CaseLine,
    CasePartyWord,
    CaseWord,
    Delegate,
    Participation,
    PartyWord,
    Request,
)

# A case and somebody who takes part in it.
_Pairs = set[tuple[int, int]]
_WAYS = (
    (Participation, "request", "party"),
    (Participation, "activity__request", "party"),
    (Delegate, "delegation_list__request", "party"),
    (Delegate, "delegation_list__request", "organisation"),
)


def keep_case_words(requests: Sequence[Request]) -> None:
    """The words of these cases: of their parties, and of their titles, which do not change and are read once."""
    _keep_title_words(requests)
    for few in few_at_a_time([request.pk for request in requests]):
        # What is there is looked up first: who comes in meanwhile is then at most entered twice, and never taken out.
        there: _Pairs = set(
            CasePartyWord.objects.filter(request__in=few).values_list("request", "party").distinct()
        )
        pairs = _pairs(case__in=few)
        for request, party in there - pairs:
            CasePartyWord.objects.filter(request=request, party=party).delete()
        _enter(pairs - there)


def renew_party_words(parties: Sequence[int]) -> None:
    """The words of these parties, which changed, in every case of the work list in which they take part."""
    pairs = _pairs(who__in=parties, case__in=CaseLine.objects.values("request"))
    CasePartyWord.objects.filter(party__in=parties).delete()
    _enter(pairs)


def keep_listed_words() -> None:
    """The words of every case of the work list, as after those were all taken out."""
    listed = Request.objects.filter(line__isnull=False).order_by("pk").values_list("pk", flat=True)
    for few in few_at_a_time(list(listed)):
        keep_case_words(list(Request.objects.filter(pk__in=few)))


def drop_case_words() -> None:
    """Take all of them out, to make them anew."""
    CaseWord.objects.all().delete()
    CasePartyWord.objects.all().delete()


def _keep_title_words(requests: Sequence[Request]) -> None:
    there = set(CaseWord.objects.filter(request__in=requests).values_list("request", flat=True))
    found = {request.pk: _words(request) for request in requests if request.pk not in there}
    known = word_keys(word for words in found.values() for word in words)
    rows = ((key, known[word]) for key, words in found.items() for word in sorted(words))
    enter_links(CaseWord, ("request", "word"), rows)


def _words(request: Request) -> frozenset[str]:
    titles = {request.title_nl, request.title_en, request.reference}
    return frozenset[str]().union(*(words_of(title, is_person=False).written for title in titles))


def _pairs(**meant: object) -> _Pairs:
    """Each `case` with each who takes part in it (`who`), of those that are meant, by these two names."""
    first, *others = (
        model._default_manager.annotate(case=F(case), who=F(who))
        .filter(case__isnull=False, who__isnull=False, **meant)
        .order_by()
        .values_list("case", "who")
        for model, case, who in _WAYS
    )
    return set(first.union(*others))


def _enter(pairs: Collection[tuple[int, int]]) -> None:
    """The words of each of these parties for its case; in one order, so that no two writers wait for each other."""
    words: defaultdict[int, list[int]] = defaultdict(list)
    for few in few_at_a_time(sorted({party for _, party in pairs})):
        for party, word in PartyWord.objects.filter(party__in=few).values_list("party", "word"):
            words[party].append(word)
    rows = (
        (request, party, word) for request, party in sorted(pairs) for word in sorted(words.get(party, ()))
    )
    enter_links(CasePartyWord, ("request", "party", "word"), rows, unless_there=True)
