"""What the organisation says about its year: talks held, findings, recommendations, claims."""

from django.db import models
from django.db.models import Q

from openkader.casework.network import Manner
from openkader.casework.vocabulary import ClaimOperator, FindingSubject
from openkader.register.models.party import Party
from openkader.register.models.record import Dated, Record, one_of, prose, truth, words


class Talk(Dated, Record):
    """Talks that are no activity of their own, such as explorations and calls."""

    purpose = models.CharField(max_length=60)
    programme = words()
    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="talks")
    manner = words(20)
    by_whom = words(200)  # who of us
    about = prose()
    whom = words(200)  # the people spoken to
    names_withheld = truth()  # at their request; NULL: nobody said so
    # Counted together with others already: this is one of them, and counts for nothing by itself.
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="named")

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Record.Meta.constraints,
            one_of("manner", Manner),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | Q(number__isnull=False, number=1),
                name="register_talk_part_is_one",
            ),
        ]


class Finding(Record):
    """What the organisation found about an action line or a precondition in a year."""

    subject = models.CharField(max_length=20)
    line = models.CharField(max_length=20)
    text_nl = models.TextField()
    text_en = models.TextField()
    verdict = words()

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("subject", FindingSubject, optional=False),
            models.UniqueConstraint(fields=["year", "line", "source"], name="register_finding_once"),
        ]


class Recommendation(Record):
    """What the organisation advises itself for the years to come; NULL status: nothing known yet."""

    text_nl = models.TextField()
    text_en = models.TextField()
    status = words()

    class Meta:
        constraints = [*Record.Meta.constraints]


class Claim(Record):
    """A sentence of the organisation that the register can be asked about."""

    chapter = models.CharField(max_length=30)
    figure = models.CharField(max_length=80)
    operator = models.CharField(max_length=10)
    value = models.IntegerField(null=True, blank=True)
    derived = models.BooleanField()  # we read it in the source; no sentence says it outright

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("operator", ClaimOperator, optional=False),
            models.CheckConstraint(
                condition=Q(operator="all", value__isnull=True)
                | (~Q(operator="all") & Q(value__isnull=False)),
                name="register_claim_value",
            ),
            models.CheckConstraint(
                condition=Q(derived=True) | Q(passage__isnull=False), name="register_claim_sentence"
            ),
        ]
