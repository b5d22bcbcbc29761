"""The written evaluation of a year: every version of its chapters, what was said about them, and what was adopted."""

from django.db import models
from django.db.models import Q

from openkader.casework.evaluating import EvaluationStepKind
from openkader.register.models.record import one_of, prose


class Evaluation(models.Model):
    """The evaluation of a year, by one version of a kader; `digest` is that of the kader when it was begun."""

    reference = models.CharField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField(unique=True)
    kader = models.CharField(max_length=120)
    kader_digest = models.CharField(max_length=64)
    languages = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reference


class EvaluationStep(models.Model):
    """That all of it was sent to review, or came back; the newest says where it stands until it is adopted."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20)
    why = prose()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [one_of("kind", EvaluationStepKind, optional=False)]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.kind}"


class ChapterText(models.Model):
    """One version of a chapter in one language, or the reason why it stays empty.

    `figures` is what each bound figure said when its passage was written, by the digest of the passage.
    """

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="texts")
    chapter = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    left_empty = prose()
    figures = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "chapter", "language", "number"], name="register_chaptertext_number"
            ),
            models.CheckConstraint(
                condition=Q(text="", left_empty__isnull=False) | (~Q(text="") & Q(left_empty__isnull=True)),
                name="register_chaptertext_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.chapter} {self.language} {self.number}"


class OfPassage(models.Model):
    """Something about a passage of a chapter, known by the digest of its words."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="%(class)ss")
    chapter = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    passage = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True


class PassageLook(OfPassage):
    """That a writer looked at a sentence whose figure had changed, and that it still stands; with what it says now."""

    figures = models.JSONField()

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.passage[:12]}"


class PassageComment(OfPassage):
    """What a colleague said of a passage; `words` is what that said then."""

    words = models.TextField()
    text = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="register_passagecomment_text")]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.passage[:12]}"


class CommentResolution(models.Model):
    """The answer that settles a comment."""

    comment = models.OneToOneField(PassageComment, models.PROTECT, related_name="resolution")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return str(self.comment_id)


class EvaluationAdoption(models.Model):
    """What was adopted, frozen: `content` is for everybody and has the digest; `inside` are all rows, for colleagues.

    The content has the digest of what is inside, so that one digest holds both.
    """

    evaluation = models.OneToOneField(Evaluation, models.PROTECT, related_name="adoption")
    content = models.JSONField()
    inside = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.sha256[:12]}"


class Erratum(models.Model):
    """A correction of what was adopted: what it said, what it must say, and why."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="errata")
    number = models.PositiveIntegerField()
    chapter = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    said = models.TextField()
    must_say = models.TextField()
    why = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="register_erratum_number"),
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(must_say="") & ~Q(why=""), name="register_erratum_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.number}"


class Restatement(models.Model):
    """That a figure of an adopted year counts otherwise since, and why; what was adopted stays as it is."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="restatements")
    figure = models.CharField(max_length=80)
    was = models.JSONField()
    became = models.JSONField()
    why = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="register_restatement_why")]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.figure}"
