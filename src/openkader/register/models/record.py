"""What every record of the register has: an identity, a year, and the ground it rests on."""

from django.db import models
from django.db.models import F, Q

from openkader.casework.vocabulary import Kind, Precision


def words(length: int = 60, **options: object) -> models.CharField:
    """A short text that may be unknown; unknown is NULL, so that it cannot pass for empty."""
    return models.CharField(max_length=length, null=True, blank=True, **options)  # type: ignore[arg-type]


def prose() -> models.TextField:
    """A longer text that may be unknown."""
    return models.TextField(null=True, blank=True)


def truth() -> models.BooleanField:
    """Yes, no, or unknown (NULL); unknown is never shown as no."""
    return models.BooleanField(null=True, blank=True)


def one_of(field: str, vocabulary: type, *, optional: bool = True) -> models.CheckConstraint:
    """The database holds the vocabulary too, whoever writes."""
    condition = Q(**{f"{field}__in": [str(word) for word in vocabulary]})  # type: ignore[attr-defined]
    if optional:
        condition |= Q(**{f"{field}__isnull": True})
    return models.CheckConstraint(condition=condition, name=f"%(app_label)s_%(class)s_{field}_word")


def together(*fields: str, name: str) -> models.CheckConstraint:
    """Fields that are all known or all unknown."""
    none = Q(**{f"{field}__isnull": True for field in fields})
    every = Q(**{f"{field}__isnull": False for field in fields})
    return models.CheckConstraint(condition=none | every, name=f"%(app_label)s_%(class)s_{name}")


class Sourced(models.Model):
    """Something recorded: by whom, when, and the literal sentence of the source it was read in."""

    source = models.ForeignKey(
        "register.RegisterSource", models.PROTECT, null=True, blank=True, related_name="+"
    )
    passage = prose()
    remark_nl = prose()  # what was derived or chosen here, and is not in the source
    remark_en = prose()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        abstract = True
        constraints = [together("remark_nl", "remark_en", name="remark_both")]


class Record(Sourced):
    """A record with a reference that is given once and never again."""

    reference = models.CharField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField(db_index=True)
    # How many of them the row stands for; NULL: there were some, the number is unknown.
    number = models.PositiveIntegerField(null=True, blank=True, default=1)

    class Meta(Sourced.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.reference


class Dated(models.Model):
    """Between which days it lies, and how exactly the source says so."""

    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    precision = words(5)

    class Meta:
        abstract = True
        constraints = [
            together("starts_on", "ends_on", "precision", name="period_whole"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(starts_on__isnull=True),
                name="%(app_label)s_%(class)s_period_order",
            ),
            one_of("precision", Precision),
        ]


class Related(models.Model):
    """What sort of contact it is, with which country, under which relation."""

    kind = words(30)
    country = words(2)
    programme = words()

    class Meta:
        abstract = True
        constraints = [one_of("kind", Kind)]
