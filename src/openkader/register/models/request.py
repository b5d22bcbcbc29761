"""What was asked of the organisation, and what is known about it."""

from django.contrib.auth.models import User
from django.db import models

from openkader.casework.vocabulary import Confidentiality
from openkader.register.models.record import Dated, Record, Related, Sourced, one_of, prose, words


class Request(Dated, Related, Record):
    """A request for contact or support; its period is when it came in."""

    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    initiative = words()  # who took the first step; NULL is unknown
    confidentiality = models.CharField(max_length=20, default=Confidentiality.INTERNAL.value, db_index=True)
    # Who works on it, by whom it may be seen however confidential it is.
    team = words(db_index=True)
    assignee = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Related.Meta.constraints,
            *Record.Meta.constraints,
            one_of("confidentiality", Confidentiality, optional=False),
        ]


class Answer(Sourced):
    """What somebody answered on one question of the kader; the newest answer counts.

    A null value is an answer too: asked, and still unknown.
    """

    request = models.ForeignKey(Request, models.PROTECT, related_name="answers")
    fact = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    basis = prose()  # who said so, or which document
    # Where the kader says that an advice answers the question; NULL: somebody answered it by hand.
    advice = models.ForeignKey(
        "register.AdviceRequest", models.PROTECT, null=True, blank=True, related_name="filled"
    )

    class Meta:
        constraints = [*Sourced.Meta.constraints]
        indexes = [models.Index(fields=["request", "fact"])]

    def __str__(self) -> str:
        return f"{self.request_id} {self.fact}"
