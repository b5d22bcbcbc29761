"""A survey went to the wrong address, and goes to another one."""

from datetime import datetime

from openkader.casework.effect import may_readdress_survey
from openkader.casework.permissions import Act
from openkader.register.asking import of_activity_for_update, open_link
from openkader.register.hand import Still, require, unseen, writing
from openkader.register.models import EffectSurvey, SurveyAddress
from openkader.register.outgoing import enter_mail
from openkader.register.survey_entries import SurveyAddressEntry
from openkader.register.surveying import asked_of


def readdress_survey(entry: SurveyAddressEntry, *, by: str, now: datetime, still: Still = unseen) -> None:
    """Keep the better address with a new link; whoever has a link from before no longer comes in."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(EffectSurvey, "survey", entry.survey, hand)
        still()
        require(may_readdress_survey(asked_of(row).survey, entry.recipient, hand.today))
        SurveyAddress.objects.create(
            survey=row, recipient=entry.recipient.strip(), email=entry.email, at=now, by=by
        )
        open_link(row, entry.link, hand)
        if entry.mail is not None:
            enter_mail(entry.mail, row.activity, hand)
        hand.log("survey.readdressed", "survey", row.reference, row.activity.reference, wave=row.wave)
