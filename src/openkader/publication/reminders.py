"""The mails that remind a colleague of a measure or of an agreement that ends: which, until when, and where it stands.

Nothing of the case is in them.
"""

from openkader.base.text import Text
from openkader.casework.measures import ReminderStage
from openkader.publication.links import said_day
from openkader.register.intake_entries import MailEntry
from openkader.register.selectors import AgreementEnding, MeasureDue

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


_ENDS = Text(nl="Overeenkomst {agreement} loopt af: {day}", en="Agreement {agreement} ends: {day}")
_SAY = Text(
    nl=(
        "De overeenkomst {agreement} loopt af op {day}, of op die dag op zijn vroegst.\n\n"
        "Leg vast wat er met de overeenkomst gedaan is en of zij verlengd wordt. Kijk dan ook na of wat er over "
        "waarden in staat er nog in staat:\n{address}\n"
    ),
    en=(
        "The agreement {agreement} ends on {day}, or on that day at the earliest.\n\n"
        "Record what was done with the agreement and whether it is renewed. Check then as well whether what it says "
        "on values is still in it:\n{address}\n"
    ),
)


def agreement_reminder(ending: AgreementEnding, address: str, language: str) -> MailEntry:
    """The mail to whoever sees to an agreement."""
    told = {"agreement": ending.reference, "day": said_day(ending.ends_by), "address": address}
    return MailEntry(
        purpose="agreement",
        to=ending.to,
        subject=_ENDS.in_(language).format(**told),
        text=_SAY.in_(language).format(**told),
    )
