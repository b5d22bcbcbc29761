"""Agreements: which there are, and every deed on them; a deed is written once and states the whole."""

from django.db import models
from django.db.models import Q

from openkader.casework.agreements import DeedKind, PartyRole, Side, TermKind, Whose
from openkader.casework.documents import DocumentForm
from openkader.casework.vocabulary import AgreementStatus
from openkader.register.models.activity import Activity
from openkader.register.models.party import Party
from openkader.register.models.record import Dated, Record, Sourced, one_of, prose, together, words

_STATUSES_OVER = ("expired", "not_renewed", "terminated", "abandoned")


class Agreement(Record):
    """A memorandum or contract; it may belong to an activity, and which parties it binds may be unknown.

    How it stands is kept here with every deed, so that lists and figures find it; all of it follows from the newest.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="agreements")
    form = models.CharField(max_length=30)
    status = models.CharField(max_length=20)
    title_nl = words(300)
    title_en = words(300)
    whose = words(20)
    country = words(2)
    owner = words(150)  # the account that sees to it; NULL: whoever works on the case, or else every adviser
    term_kind = words(10)
    runs_until = models.DateField(null=True, blank=True)  # as it is stated
    ends_by = models.DateField(null=True, blank=True, db_index=True)  # the same, or reckoned from its years

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("status", AgreementStatus, optional=False),
            one_of("whose", Whose),
            one_of("term_kind", TermKind),
            together("title_nl", "title_en", name="title_both"),
        ]


class AgreementDeed(Dated, Sourced):
    """What was written down of an agreement at one moment: all that was known of it then; the newest counts.

    The days are those on which it was signed or last renewed, or on which it ended.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="deeds")
    number = models.PositiveIntegerField()  # within the agreement
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)  # of what was handed in: the same by a second click is one deed
    form = models.CharField(max_length=30)
    status = models.CharField(max_length=20)
    title_nl = words(300)
    title_en = words(300)
    about_nl = prose()
    about_en = prose()
    whose = words(20)
    country = words(2)
    term_from = models.DateField(null=True, blank=True)
    term_kind = words(10)  # NULL: not known
    term_until = models.DateField(null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(null=True, blank=True)
    evaluation = prose()  # what was done with it
    reason = prose()  # why it was corrected
    url = words(500)
    # The document itself, on the shelf; all empty where there is none.
    sha256 = words(64)
    name = words(120)
    media_type = words(80)
    size = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            one_of("kind", DeedKind, optional=False),
            one_of("status", AgreementStatus, optional=False),
            one_of("whose", Whose),
            one_of("term_kind", TermKind),
            one_of("media_type", DocumentForm),
            together("title_nl", "title_en", name="title_both"),
            together("about_nl", "about_en", name="about_both"),
            together("sha256", "name", "media_type", "size", name="file_whole"),
            models.UniqueConstraint(fields=["agreement", "number"], name="register_agreementdeed_number"),
            models.CheckConstraint(
                condition=Q(term_kind="until", term_kind__isnull=False, term_until__isnull=False)
                | Q(term_kind="open", term_kind__isnull=False, term_until__isnull=True)
                | Q(term_kind__isnull=True, term_until__isnull=True),
                name="register_agreementdeed_term_whole",
            ),
            models.CheckConstraint(
                condition=Q(term_from__isnull=True)
                | Q(term_until__isnull=True)
                | Q(term_until__gte=models.F("term_from")),
                name="register_agreementdeed_term_order",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["renewed", "ended"])
                | Q(evaluation__isnull=False)
                | Q(source__isnull=False)
                | Q(whose__isnull=False, whose="other_authority"),
                name="register_agreementdeed_evaluated",
            ),
            models.CheckConstraint(
                condition=~Q(kind="corrected") | Q(reason__isnull=False), name="register_agreementdeed_reason"
            ),
            models.CheckConstraint(
                condition=~Q(kind="ended") | Q(status__in=_STATUSES_OVER),
                name="register_agreementdeed_ended_is_over",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.number} {self.kind}"


class AgreementParty(models.Model):
    """A party of an agreement, as a deed states it: one of the register, or one that is described."""

    deed = models.ForeignKey(AgreementDeed, models.PROTECT, related_name="parties")
    place = models.PositiveIntegerField()
    side = words(10)
    role = models.CharField(max_length=20)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="agreement_parties")
    description_nl = words(300)
    description_en = words(300)

    class Meta:
        verbose_name_plural = "agreement parties"
        constraints = [
            one_of("side", Side),
            one_of("role", PartyRole, optional=False),
            together("description_nl", "description_en", name="description_both"),
            models.CheckConstraint(
                condition=Q(party__isnull=False, description_nl__isnull=True)
                | Q(party__isnull=True, description_nl__isnull=False),
                name="register_agreementparty_named_or_described",
            ),
            models.UniqueConstraint(fields=["deed", "place"], name="register_agreementparty_place"),
            models.UniqueConstraint(fields=["deed", "party"], name="register_agreementparty_once"),
        ]

    def __str__(self) -> str:
        return f"{self.deed_id} {self.place}"


class AgreementClause(models.Model):
    """Whether a value is in an agreement, and in which words; without a row nobody knows."""

    deed = models.ForeignKey(AgreementDeed, models.PROTECT, related_name="clauses")
    topic = models.CharField(max_length=60)
    is_in = models.BooleanField()
    words = prose()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deed", "topic"], name="register_agreementclause_once"),
            models.CheckConstraint(
                condition=Q(is_in=True) | Q(words__isnull=True), name="register_agreementclause_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deed_id} {self.topic}"


class AgreementReminder(models.Model):
    """That a colleague was reminded of the end of an agreement: once for each last day, whoever falls over."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="reminders")
    ends_by = models.DateField()
    account = models.CharField(max_length=150)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "ends_by", "account"], name="register_agreementreminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.ends_by} {self.account}"
