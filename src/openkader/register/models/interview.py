"""Interviews for the outlook. That there was one stays; who spoke and which words can be taken out altogether."""

from django.db import models
from django.db.models import Q

from openkader.casework.interviews import Consent
from openkader.register.models.party import Party
from openkader.register.models.record import Dated, Record, one_of, words


class Interview(Dated, Record):
    """That somebody was interviewed for the account of a year: when, and by whom of us."""

    by_whom = models.CharField(max_length=200)
    is_withheld = models.BooleanField()  # who it was is kept nowhere, at their request

    class Meta:
        constraints = [*Dated.Meta.constraints, *Record.Meta.constraints]


class InterviewSpeaker(models.Model):
    """With whom it was, and how that may be called without the name; taken out when consent is withdrawn."""

    interview = models.OneToOneField(Interview, models.PROTECT, related_name="speaker")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    name = words(200)
    called = words(200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(party__isnull=True) | Q(name__isnull=True), name="register_interviewspeaker_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}"


class InterviewTheme(models.Model):
    """A theme that was spoken about."""

    interview = models.ForeignKey(Interview, models.PROTECT, related_name="themes")
    theme = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "theme"], name="register_interviewtheme_once")
        ]

    def __str__(self) -> str:
        return f"{self.interview_id} {self.theme}"


class InterviewQuote(models.Model):
    """That something was said which may be worth quoting; its words stand apart."""

    interview = models.ForeignKey(Interview, models.PROTECT, related_name="quotes")
    reference = models.CharField(max_length=80, unique=True)
    theme = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reference


class InterviewWords(models.Model):
    """The words of a quote, as they were said; taken out when consent is withdrawn."""

    quote = models.OneToOneField(InterviewQuote, models.PROTECT, related_name="said")
    words = models.TextField()

    class Meta:
        verbose_name_plural = "interview words"
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="register_interviewwords_said")]

    def __str__(self) -> str:
        return f"{self.quote_id}"


class InterviewConsent(models.Model):
    """For what consent was given or that it was withdrawn, of the whole interview or of one quote."""

    interview = models.ForeignKey(Interview, models.PROTECT, related_name="consents")
    quote = models.ForeignKey(InterviewQuote, models.PROTECT, null=True, blank=True, related_name="consents")
    number = models.PositiveIntegerField()
    consent = models.CharField(max_length=20)
    how = words(200)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("consent", Consent, optional=False),
            models.UniqueConstraint(fields=["interview", "number"], name="register_interviewconsent_number"),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id} {self.number} {self.consent}"
