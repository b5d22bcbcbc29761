"""Who takes part: organisations and persons, with the names and numbers they go by."""

from django.db import models
from django.db.models import Q

from openkader.casework.joining import Sameness
from openkader.casework.vocabulary import PartyKind
from openkader.register.models.record import Sourced, one_of, together, words


class Party(Sourced):
    """One organisation or person; who has no known name is known by function.

    Two holders of the same function are two parties, and so are two persons of the
    same name: a party is never recognised by its name alone.
    """

    reference = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=30)
    name = words(300)
    function_nl = words(300)
    function_en = words(300)
    country = words(2)
    region = words(120)
    birth_date = words(10)  # as exactly as it is known: 1962, 1962-05 or 1962-05-23
    gender = words(10)

    class Meta:
        verbose_name_plural = "parties"
        constraints = [
            *Sourced.Meta.constraints,
            one_of("kind", PartyKind, optional=False),
            together("function_nl", "function_en", name="function_both"),
            models.CheckConstraint(
                condition=Q(name__isnull=False) | Q(function_nl__isnull=False),
                name="register_party_named",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class PartyName(models.Model):
    """Another name of a party, with the script and language it is written in."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    script = words(4)  # ISO 15924, such as Latn, Hans, Hant
    language = words(12)  # BCP 47, such as nl, zh, en

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "name"], name="register_partyname_once"),
        ]

    def __str__(self) -> str:
        return self.name


class PartyIdentifier(models.Model):
    """A number under which a register knows the party, such as KVK, USCC or LEI."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=30)
    value = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="register_identifier_once"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class PartyJudgement(models.Model):
    """What a person said of two parties: that they are one, or two; the newest on a pair counts.

    When they are one, `leading` is the one under which both are shown. A pair stands in one order.
    """

    first = models.ForeignKey(Party, models.PROTECT, related_name="+")
    second = models.ForeignKey(Party, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10)
    leading = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("verdict", Sameness, optional=False),
            models.UniqueConstraint(
                fields=["first", "second", "number"], name="register_partyjudgement_number"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=models.F("second")), name="register_partyjudgement_order"
            ),
            models.CheckConstraint(
                condition=Q(verdict="same", leading__isnull=False)
                & (Q(leading=models.F("first")) | Q(leading=models.F("second")))
                | ~Q(verdict="same") & Q(leading__isnull=True),
                name="register_partyjudgement_leading",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="register_partyjudgement_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id} {self.verdict}"
