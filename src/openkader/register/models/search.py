"""The words under which parties are found; all of it follows from their names and can be made again."""

from django.db import models

from openkader.register.models.party import Party


class NameWord(models.Model):
    """A word that occurs in a name or in a reading of one, with the sound that other spellings share."""

    word = models.CharField(max_length=40, unique=True)
    sound = models.CharField(max_length=40, db_index=True)

    def __str__(self) -> str:
        return self.word


class NearWord(models.Model):
    """A word with one letter left out, so that a slip of the pen still leads to it."""

    form = models.CharField(max_length=40)
    word = models.ForeignKey(NameWord, models.CASCADE, related_name="forms")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "word"], name="register_nearword_once")]

    def __str__(self) -> str:
        return self.form


class PartyWord(models.Model):
    """A word under which a party is found: as its name is written, or as it may be written elsewhere."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="words", db_index=False)
    word = models.ForeignKey(NameWord, models.CASCADE, related_name="parties", db_index=False)
    is_written = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party", "word"], name="register_partyword_once")]
        # With how it came in, so that of a common word the rows themselves need not be fetched.
        indexes = [models.Index(fields=["word", "party", "is_written"], name="register_partyword_whose")]

    def __str__(self) -> str:
        return f"{self.party_id} {self.word_id}"
