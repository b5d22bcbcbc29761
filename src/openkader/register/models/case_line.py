"""Where a case stands, as lists show it; all of it follows from other records and can be made again."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import DecisionOutcome
from openkader.register.models.record import one_of, words
from openkader.register.models.request import Request


class CaseLine(models.Model):
    """One request in the work list: its state, its outcome and its deadline, kept with every change of the case.

    Nobody decides by it: pages and rules of a case read the case itself.
    """

    request = models.OneToOneField(Request, models.CASCADE, primary_key=True, related_name="line")
    state = models.CharField(max_length=20)
    outcome = words(30)
    received_on = models.DateField()  # the first possible day, where the source knows no better
    due_on = models.DateField()  # the end of time where nothing has to be done by a day
    is_paused = models.BooleanField()
    changed_at = models.DateTimeField()
    # By whom it is worked on, beside what a list is ordered by, so that an index finds the work of one of them.
    assignee = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    team = words()
    # What a request never changes, beside what a list is ordered by, for the same reason.
    year = models.PositiveSmallIntegerField()
    country = words(2)

    class Meta:
        constraints = [one_of("state", State, optional=False), one_of("outcome", DecisionOutcome)]
        indexes = [
            models.Index(fields=["state", "due_on", "request"], name="register_caseline_due"),
            models.Index(fields=["due_on", "request"], name="register_caseline_by_due"),
            models.Index(fields=["received_on", "request"], name="register_caseline_received"),
            models.Index(fields=["changed_at", "request"], name="register_caseline_changed"),
            models.Index(fields=["outcome", "received_on", "request"], name="register_caseline_decided"),
            models.Index(fields=["assignee", "due_on", "request"], name="register_caseline_assignee"),
            models.Index(fields=["team", "due_on", "request"], name="register_caseline_team"),
            models.Index(fields=["year", "received_on", "request"], name="register_caseline_year"),
            models.Index(fields=["country", "received_on", "request"], name="register_caseline_country"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.state}"


class CaseSector(models.Model):
    """An area that a request touches, as was answered last."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="sectors")
    code = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "code"], name="register_casesector_once")]
        indexes = [models.Index(fields=["code", "request"], name="register_casesector_code")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.code}"


class CaseWord(models.Model):
    """A word under which a request is found: of its title or of its reference."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="title_words", db_index=False)
    word = models.ForeignKey("register.NameWord", models.CASCADE, related_name="requests", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "word"], name="register_caseword_once")]
        indexes = [models.Index(fields=["word", "request"], name="register_caseword_which")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.word_id}"


class CasePartyWord(models.Model):
    """A word under which a request is found because somebody who takes part in it is called so.

    It follows from who takes part and from their names. Whose it is stands beside it: of two words that were
    typed, both have to be of one party.
    """

    request = models.ForeignKey(Request, models.CASCADE, related_name="party_words", db_index=False)
    party = models.ForeignKey("register.Party", models.CASCADE, related_name="case_words")
    word = models.ForeignKey("register.NameWord", models.CASCADE, related_name="case_parties", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "party", "word"], name="register_casepartyword_once")
        ]
        indexes = [models.Index(fields=["word", "request", "party"], name="register_casepartyword_which")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.party_id} {self.word_id}"


class SavedView(models.Model):
    """A choice from the work list that a colleague keeps under a name."""

    account = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=80)
    choice = models.CharField(max_length=1000)  # as it stands in the address
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "name"], name="register_savedview_once"),
            models.CheckConstraint(condition=~Q(name=""), name="register_savedview_name"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.name}"
