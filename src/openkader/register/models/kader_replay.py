"""Replays of history under a draft of a kader: what was asked, how far it is, and what was found."""

from django.db import models
from django.db.models import Q

from openkader.casework.kader_replaying import ReplayEnd
from openkader.register.models.kader_draft import KaderDraft
from openkader.register.models.record import one_of, together, words
from openkader.register.models.request import Request


class KaderReplay(models.Model):
    """A question: what would have become of all past cases under these texts of a draft.

    `steps` is the step of each file at that moment, `texts` the digest of all of them. One that was kept from the
    command line is of no draft, and ended as it came. A worker holds it until its lease ends, and begins anew
    what another left; `attempts` is the number of the holder. Once it ended it changes no more.
    """

    reference = models.CharField(max_length=80, unique=True)
    draft = models.ForeignKey(KaderDraft, models.PROTECT, null=True, blank=True, related_name="replays")
    kader = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    base = models.CharField(max_length=120)
    base_digest = models.CharField(max_length=64)
    texts = words(64)
    steps = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    attempts = models.PositiveIntegerField(default=0)
    taken_by = words(150)
    lease_ends = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(null=True, blank=True)  # how many there are, once somebody counted
    end = words(12)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = words(150)
    failure = words(60)

    class Meta:
        indexes = [models.Index(fields=["ended_at", "id"])]
        constraints = [
            one_of("end", ReplayEnd),
            together("taken_by", "lease_ends", name="taken_whole"),
            together("end", "ended_at", "ended_by", name="ended_whole"),
            together("draft", "texts", name="of_texts"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(end__isnull=True), name="register_kaderreplay_one_runs"
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(taken_by__isnull=True),
                name="register_kaderreplay_ended_is_free",
            ),
            models.CheckConstraint(
                condition=Q(draft__isnull=False) | Q(end__isnull=False, end="done"),
                name="register_kaderreplay_kept_is_done",
            ),
            models.CheckConstraint(
                condition=Q(failure__isnull=False, end__isnull=False, end="failed")
                | Q(failure__isnull=True) & (Q(end__isnull=True) | ~Q(end="failed")),
                name="register_kaderreplay_failure",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class KaderReplayResult(models.Model):
    """What a replay counted and how cases come out otherwise, as `openkader kader replay --json` says it."""

    replay = models.OneToOneField(KaderReplay, models.PROTECT, related_name="result")
    cases = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    found = models.JSONField()

    def __str__(self) -> str:
        return f"{self.replay_id}"


class KaderReplayCase(models.Model):
    """A case that comes out otherwise, and the number of the way in which it does."""

    replay = models.ForeignKey(KaderReplay, models.PROTECT, related_name="changes")
    request = models.ForeignKey(Request, models.PROTECT, related_name="+")
    difference = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["replay", "request"], name="register_kaderreplaycase_once")
        ]
        indexes = [models.Index(fields=["replay", "difference", "id"])]

    def __str__(self) -> str:
        return f"{self.replay_id} {self.request_id} {self.difference}"
