"""Support of an investment: the case at the partner, its statements, and what a published year reports of them.

Each row is written once; what is known later is another row, and the newest counts.
"""

from django.db import models
from django.db.models import F, Q

from openkader.casework.advice import AdviceVerdict
from openkader.register.models.advice import Advice
from openkader.register.models.party import Party
from openkader.register.models.record import Record, one_of, words
from openkader.register.models.request import Request


class InvestmentCase(models.Model):
    """Under which number the partner knows it, and who invests; without an investor the partner alone knows."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="investment_cases")
    number = words(80)
    investor = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(number__isnull=False) | Q(investor__isnull=False),
                name="register_investmentcase_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.number}"


class InvestmentStatement(models.Model):
    """What makes an advice of the partner a statement: its ground, its day, its last day, and on what it rests."""

    advice = models.OneToOneField(Advice, models.PROTECT, related_name="statement")
    reference = models.CharField(max_length=80, unique=True)
    grounds = models.JSONField(default=list)
    said_on = models.DateField(db_index=True)
    valid_until = models.DateField(null=True, blank=True)  # NULL: the partner named no day
    number = words(80)  # of the case, as it was said along with it
    case = models.ForeignKey(InvestmentCase, models.PROTECT, null=True, blank=True, related_name="+")
    screening = words(64)  # where the screening stood; NULL: nobody had to be screened

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("said_on")) | Q(valid_until__isnull=True),
                name="register_investmentstatement_order",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class ReportedStatement(Record):
    """What a published year says of statements of the partner; `number` NULL: how many is unknown."""

    verdict = models.CharField(max_length=20)
    grounds = models.JSONField(default=list)
    text_nl = models.TextField()
    text_en = models.TextField()

    class Meta:
        constraints = [*Record.Meta.constraints, one_of("verdict", AdviceVerdict, optional=False)]
