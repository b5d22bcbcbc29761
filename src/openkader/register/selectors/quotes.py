"""The quotes that a text names, with what consent there is now; read anew each time, as it can be withdrawn."""

from collections.abc import Collection

from openkader.casework.interviews import Consent
from openkader.casework.permissions import Person
from openkader.register.models import EvaluationAdoption
from openkader.register.quoting import NamedQuotes
from openkader.register.selectors.interviews import quotes_with_consent


def quotes_named(year: int, references: Collection[str], reader: Person) -> NamedQuotes:
    """Those of the year that are named, as far as the register has them; without a name nothing is read."""
    if not references:
        return NamedQuotes()
    found = {
        quote.reference: (quote, usable)
        for quote, usable in quotes_with_consent(year, references, reader)
        if quote.reference in references
    }
    return NamedQuotes(
        usable={name: usable for name, (_quote, usable) in found.items() if usable is not None},
        withdrawn=frozenset(
            name for name, (quote, _usable) in found.items() if quote.consent is Consent.WITHDRAWN
        ),
        not_allowed=frozenset(
            name
            for name, (quote, usable) in found.items()
            if usable is None and quote.consent is not Consent.WITHDRAWN
        ),
    )


def frozen_salt(year: int) -> str:
    """The number with which the fingerprints of an adopted evaluation were taken; for the house."""
    rows = EvaluationAdoption.objects.filter(evaluation__year=year)
    return str(rows.values_list("inside__salt", flat=True).first() or "")
