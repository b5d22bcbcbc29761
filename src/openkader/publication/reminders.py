"""The mail that reminds a colleague of a measure: which one, until when, and where it stands; nothing of the case."""

from openkader.base.text import Text
from openkader.casework.measures import ReminderStage
from openkader.publication.links import said_day
from openkader.register.intake_entries import MailEntry
from openkader.register.selectors import MeasureDue

_SUBJECTS = {
    ReminderStage.AHEAD: Text(
        nl="Maatregel {code} bij {activity}: uiterlijk {day}", en="Measure {code} of {activity}: by {day}"
    ),
    ReminderStage.LATE: Text(
        nl="Maatregel {code} bij {activity} is te laat", en="Measure {code} of {activity} is late"
    ),
}
_TEXTS = {
    ReminderStage.AHEAD: Text(
        nl=(
            "De maatregel {code} bij de activiteit {activity} moet uiterlijk op {day} gedaan zijn.\n\n"
            "Leg het bewijs hier vast:\n{address}\n"
        ),
        en=(
            "The measure {code} of the activity {activity} has to be done by {day}.\n\n"
            "Record the evidence here:\n{address}\n"
        ),
    ),
    ReminderStage.LATE: Text(
        nl=(
            "De maatregel {code} bij de activiteit {activity} moest op {day} gedaan zijn en staat nog open.\n\n"
            "Leg het bewijs vast, of leg uit waarom het niet kan:\n{address}\n"
        ),
        en=(
            "The measure {code} of the activity {activity} was due on {day} and is still open.\n\n"
            "Record the evidence, or explain why it cannot be done:\n{address}\n"
        ),
    ),
}


def measure_reminder(due: MeasureDue, address: str, language: str) -> MailEntry:
    """The mail to whoever sees to the measure."""
    told = {
        "code": due.code,
        "activity": due.activity,
        "day": said_day(due.due_on),
        "address": address,
    }
    return MailEntry(
        purpose="measure",
        to=due.to,
        subject=_SUBJECTS[due.stage].in_(language).format(**told),
        text=_TEXTS[due.stage].in_(language).format(**told),
    )
