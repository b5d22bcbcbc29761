"""Of which cases some dossiers are, as far as these are confidential."""

from collections.abc import Collection

from django.db.models import Q

from openkader.casework.vocabulary import Confidentiality
from openkader.register.models import Request


def confidential_cases(dossiers: Collection[str]) -> dict[str, Confidentiality]:
    """The confidential cases among these requests and activities, with their levels; who reads of them is noted.

    One question, however many there are.
    """
    secret = [level for level in Confidentiality if level.is_confidential]
    mine = Q(reference__in=dossiers) | Q(activities__reference__in=dossiers)
    rows = Request.objects.filter(mine, confidentiality__in=secret).order_by("reference")
    return {ref: Confidentiality(level) for ref, level in rows.values_list("reference", "confidentiality")}
