"""Which parties a person said are one, from the newest judgement on each pair."""

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery

from openkader.register.models import PartyJudgement

_SAME = "same"


def newest_judgements(keys: Iterable[int]) -> QuerySet[PartyJudgement]:
    """The newest judgement on every pair in which one of these parties is."""
    mine = list(keys)
    later = PartyJudgement.objects.filter(first=OuterRef("first"), second=OuterRef("second"))
    newest = Subquery(later.order_by("-number").values("number")[:1])
    return PartyJudgement.objects.filter(Q(first__in=mine) | Q(second__in=mine), number=newest)


def led_by(keys: Iterable[int]) -> dict[int, int]:
    """Of each of these parties that is shown with another one: which that is."""
    mine = set(keys)
    pairs = newest_judgements(mine).filter(verdict=_SAME).values_list("first", "second", "leading")
    found = {first if leading == second else second: leading for first, second, leading in pairs}
    return {key: leading for key, leading in found.items() if key in mine}


def all_led_by(keys: Iterable[int]) -> dict[int, int]:
    """The same, and also every party that is shown with one of these."""
    pairs = newest_judgements(keys).filter(verdict=_SAME).values_list("first", "second", "leading")
    return {first if leading == second else second: leading for first, second, leading in pairs}


def led_everywhere() -> dict[int, str]:
    """Every party that is shown with another one, and the reference of that one; in one question, since few are."""
    later = PartyJudgement.objects.filter(first=OuterRef("first"), second=OuterRef("second"))
    newest = Subquery(later.order_by("-number").values("number")[:1])
    same = PartyJudgement.objects.filter(number=newest, verdict=_SAME)
    rows = same.values_list("first", "second", "leading", "leading__reference")
    return {first if leading == second else second: reference for first, second, leading, reference in rows}
