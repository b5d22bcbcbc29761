"""What was learned of an activity is written down."""

from datetime import datetime

from openkader.casework.mission import may_note_lesson
from openkader.casework.permissions import Act
from openkader.register.cases import activity_for_update
from openkader.register.hand import require, writing
from openkader.register.missions import can_teach
from openkader.register.models import Lesson


def note_lesson(activity: str, text: str, *, by: str, now: datetime) -> None:
    """Note a lesson once, in the words of whoever learned it."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(activity, hand)
        require(may_note_lesson(text, has_begun=can_teach(row, hand.today)))
        if row.lessons.filter(text=text.strip()).exists():
            return
        Lesson.objects.create(activity=row, text=text.strip(), at=now, by=by)
        hand.log("lesson.noted", "activity", row.reference, row.reference)
