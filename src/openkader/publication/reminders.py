"""The mails that remind a colleague of a measure, of an agreement that ends or of a recommendation: which, and where.

Nothing of the case is in them.
"""

from openkader.base.text import Text
from openkader.casework.measures import ReminderStage
from openkader.publication.links import said_day
from openkader.register.intake_entries import MailEntry
from openkader.register.selectors import AgreementEnding, MeasureDue
from openkader.register.selectors.recommendation_reminders import RecommendationLate

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


_LATE = Text(
    nl="Aanbeveling {reference}: de termijn is voorbij", en="Recommendation {reference}: its term has passed"
)
_TELL = Text(
    nl=(
        "De aanbeveling {reference} had uiterlijk op {day} opgevolgd moeten zijn. "
        "Niemand legde vast dat het gedaan is.\n\n"
        "Leg hier vast wat ervan kwam, of een nieuwe termijn:\n{address}\n"
    ),
    en=(
        "The recommendation {reference} was to be followed up by {day}. Nobody recorded that it is done.\n\n"
        "Record here what came of it, or another term:\n{address}\n"
    ),
)


def recommendation_reminder(late: RecommendationLate, address: str, language: str) -> MailEntry:
    """The mail to whoever writes the evaluation."""
    told = {"reference": late.reference, "day": said_day(late.due_by), "address": address}
    return MailEntry(
        purpose="recommendation",
        to=late.to,
        subject=_LATE.in_(language).format(**told),
        text=_TELL.in_(language).format(**told),
    )
