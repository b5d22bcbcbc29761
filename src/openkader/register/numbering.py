"""The reference that a new record beside another one gets."""

import re

from openkader.register.models import Reference


def next_reference(beginning: str) -> str:
    """The first number after those that were given under this beginning, such as ``X-1-Z2``."""
    taken = Reference.objects.filter(reference__startswith=beginning).values_list("reference", flat=True)
    numbers = [int(one[len(beginning) :]) for one in taken if re.fullmatch(r"\d{1,9}", one[len(beginning) :])]
    return f"{beginning}{max(numbers, default=0) + 1}"
