"""The front door as a requester sees it: its words, the questions of a kind, what was answered, where it stands."""

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from openkader.casework.documents import Purpose, clean_name
from openkader.casework.intake import FrontDoor, Stage
from openkader.register.selectors import StatusRow
from openkader.web.presenters.documents import PURPOSES
from openkader.web.request_drafts import RequestDraft
from openkader.web.shell import language

STAGES = {
    Stage.RECEIVED: gettext_lazy("We have received your request."),
    Stage.TREATED: gettext_lazy("We are working on your request."),
    Stage.CONSULTED: gettext_lazy("We are putting your request before others."),
    Stage.DECIDED: gettext_lazy("A decision was taken on your request."),
}
_MEANINGS = {
    Stage.RECEIVED: gettext_lazy("A member of staff will look at it. You need not do anything now."),
    Stage.TREATED: gettext_lazy(
        "We may ask others for advice. If we need something from you, we contact you."
    ),
    Stage.CONSULTED: gettext_lazy(
        "We asked others for advice and are waiting for it. That may take a few weeks. You need not do anything now."
    ),
    Stage.DECIDED: gettext_lazy(
        "You hear from us what was decided. It is not shown here, to protect your privacy."
    ),
}


def shown_door(door: FrontDoor, kind: str) -> dict[str, object]:
    """The words of the organisation, and the kinds to choose from."""
    chosen = next((choice.text.in_(language()) for choice in door.kinds if choice.kind == kind), "")
    return {
        "title": door.title.in_(language()),
        "introduction": door.introduction.in_(language()),
        "privacy": [text.in_(language()) for text in door.privacy],
        "contact": door.contact.in_(language()),
        "promise": door.promise.in_(language()),
        "kind_words": chosen,
        "kinds": [
            {
                "code": str(choice.kind),
                "text": choice.text.in_(language()),
                "help": choice.help.in_(language()) if choice.help else "",
                "checked": choice.kind == kind,
            }
            for choice in door.kinds
        ],
    }


def shown_files(draft: RequestDraft) -> list[dict[str, str]]:
    """The documents that wait to be sent."""
    return [
        {
            "place": file.place,
            "name": clean_name(file.name),
            "about": f"{PURPOSES[Purpose(file.purpose)]} · {filesizeformat(file.size)}",
        }
        for file in draft.files
    ]


def shown_status(found: StatusRow) -> dict[str, object]:
    """Where it stands in plain words, and its three steps; putting it before others is part of working on it."""
    stages = [stage for stage in Stage if stage is not Stage.CONSULTED]
    here = stages.index(Stage.TREATED if found.stage is Stage.CONSULTED else found.stage)
    return {
        "reference": found.reference,
        "received_on": date_format(found.received_on, "j F Y"),
        "stage": STAGES[found.stage],
        "meaning": _MEANINGS[found.stage],
        "until": date_format(timezone.localdate(found.link_ends), "j F Y"),
        "steps": [
            {"words": STAGES[stage], "done": number < here, "here": number == here}
            for number, stage in enumerate(stages)
        ],
    }
