"""What a rule lets through fits where the register keeps it; PostgreSQL refuses a longer one in words for nobody."""

from collections.abc import Iterable

import pytest
from django.apps import apps

from openkader.casework import identifiers
from openkader.casework.agreements.stating import LONGEST_TITLE as AGREEMENT
from openkader.casework.context_figures import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_UNIT
from openkader.casework.documents.names import MOST_LETTERS
from openkader.casework.initiatives import LONGEST_ADDRESS as SHOWN_AT
from openkader.casework.initiatives import LONGEST_NAME as SHOWN_BY
from openkader.casework.interviews.rules import LONGEST_NAME as SPEAKER
from openkader.casework.kader_drafting import MOST_NAME, MOST_REASON
from openkader.casework.mission.columns import _LONGEST_ADDRESS as PARTICIPANT_ADDRESS
from openkader.casework.mission.programme import LONGEST_TITLE as SLOT
from openkader.casework.name_words import LONGEST as WORD
from openkader.casework.naming import LONGEST_NAME as NAME
from openkader.casework.network.rules import LONGEST_NAME as CONTACT
from openkader.casework.protection.loading import _LONGEST_NAME as STEP
from openkader.casework.publishing.drafting import LONGEST_TITLE as PUBLICATION
from openkader.casework.recommendations import LONGEST_ADDRESS as FOLLOWED_AT
from openkader.casework.recommendations import LONGEST_NAME as ADDRESSED
from openkader.casework.retention.codes import _LONGEST as CODE
from openkader.casework.screening.keeping import LONGEST as HIT
from openkader.casework.spreadsheet.fields import Field
from openkader.casework.spreadsheet.judging import LONGEST as CELL
from openkader.casework.subscribing import LONGEST_ADDRESS as RECEIVER
from openkader.casework.subscribing import LONGEST_NAME as SUBSCRIPTION
from openkader.casework.tokens import LONGEST_NAME as TOKEN

KEPT: dict[str, tuple[int, str]] = {
    "the title of an agreement": (AGREEMENT, "Agreement.title_nl AgreementDeed.title_nl"),
    "a figure of others": (LONGEST_NAME, "ContextFigure.name_nl ContextFigure.title ContextFigure.publisher"),
    "a part of it": (LONGEST_NAME, "ContextPart.name_nl"),
    "its unit": (LONGEST_UNIT, "ContextFigure.unit_nl"),
    "where it stands": (LONGEST_ADDRESS, "ContextFigure.url"),
    "a document": (MOST_LETTERS, "Document.name PublicationFile.name Evidence.name"),
    "what shows a step of a chain": (SHOWN_BY, "InitiativeStep.shown_by"),
    "where that is": (SHOWN_AT, "InitiativeStep.url"),
    "who is interviewed": (
        SPEAKER,
        "InterviewSpeaker.name InterviewSpeaker.called Interview.by_whom InterviewConsent.how",
    ),
    "a draft of a kader": (MOST_NAME, "KaderDraft.name"),
    "why it is withdrawn": (MOST_REASON, "KaderWithdrawal.reason"),
    "the address of a participant": (PARTICIPANT_ADDRESS, "Participant.email"),
    "a part of a programme": (SLOT, "ProgrammeSlot.title"),
    "a word of a name": (WORD, "NameWord.word NearWord.form"),
    "a name": (NAME, "Party.name Participant.name"),
    "a person to reach": (
        CONTACT,
        "ContactPoint.name ContactPoint.function ContactPoint.email ContactPoint.phone",
    ),
    "who spoke": (CONTACT, "Talk.by_whom Talk.whom"),
    "a step of protection": (STEP, "ProtectionStep.step ProtectionConflict.step"),
    "a title for everybody": (PUBLICATION, "PublicationDraft.title PublicationRelease.title"),
    "where a follow-up is shown": (FOLLOWED_AT, "RecommendationFollowUp.url"),
    "to whom a recommendation goes": (ADDRESSED, "RecommendationAddress.to_nl"),
    "a code": (CODE, "DestructionItem.code"),
    "who was met": (HIT["entity"], "Hit.entity"),
    "the list on which": (HIT["list"], "Hit.list ListRenewal.list"),
    "the state of that list": (HIT["snapshot"], "Hit.snapshot ListRenewal.present"),
    "the number of a row": (CELL[Field.NUMBER], "Reference.reference"),
    "the title of a row": (
        CELL[Field.TITLE] + len(" ()") + CELL[Field.NUMBER],
        "Request.title_nl Activity.title_nl",
    ),
    "the place of a row": (CELL[Field.PLACE], "Activity.place"),
    "who asked in a row": (CELL[Field.REQUESTER], "Party.name Participation.description_nl"),
    "whom they met in a row": (CELL[Field.COUNTERPART], "Party.name Participation.description_nl"),
    "who of us in a row": (CELL[Field.OWN_PARTY], "Party.name Participation.description_nl"),
    "a subscription": (SUBSCRIPTION, "EventSubscription.name"),
    "where it goes": (RECEIVER, "EventSubscription.address"),
    "a token": (TOKEN, "ApiToken.name"),
    "a number of a register": (identifiers._LONGEST, "PartyIdentifier.value"),
}


def room(places: str) -> Iterable[int]:
    """How many letters each of these columns has room for."""
    for place in places.split():
        model, _, column = place.partition(".")
        yield apps.get_model("register", model)._meta.get_field(column).max_length


@pytest.mark.parametrize("what", KEPT)
def test_what_a_rule_lets_through_fits_where_it_is_kept(what: str) -> None:
    longest, places = KEPT[what]
    assert longest <= min(room(places))
