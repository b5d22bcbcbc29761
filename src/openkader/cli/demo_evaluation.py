"""What is written about the made-up year of the demo: a chapter, an interview with consent, and a recommendation.

All of it says that it was made up. Of the year that was published nothing is written here.
"""

from datetime import datetime

from openkader.base.text import Text
from openkader.casework.interviews import Consent, InterviewDraft, QuoteDraft, Speaker
from openkader.casework.period import Period
from openkader.casework.permissions import NOBODY
from openkader.casework.recommendations import FollowUpDraft, FollowUpStatus
from openkader.cli.demo_accounts import BY
from openkader.cli.demo_missions import KADER
from openkader.cli.house import alone, now
from openkader.evaluation.account import account_of, as_json
from openkader.evaluation.frozen import readings_in
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.entries import RecommendationEntry
from openkader.register.evaluation_entries import ChapterEntry, EvaluationEntry
from openkader.register.interview_entries import InterviewEntry, QuoteEntry
from openkader.register.interviews import interviews_here
from openkader.register.kaders import assessor_of
from openkader.register.recommendation_entries import AddressEntry, FollowUpEntry
from openkader.register.recommendations import known_to

YEAR, CHAPTER, RECOMMENDATION = 2025, "outlook", "FICTIEF-A-2025-1"
FIGURES = frozenset({"activities", "incoming_delegations"})
_TEXT = """## Verzonnen tekst

Deze tekst is verzonnen, om mee te oefenen. Niets ervan is gebeurd.

In het verzonnen jaar telde het register [[cijfer:activities]] activiteiten met China, waarvan \
[[cijfer:incoming_delegations]] inkomende delegaties. Een verzonnen kweker ziet de vraag groeien:

[[citaat:{quote}]]"""


def write_practice() -> None:
    """Begin the evaluation of the made-up year; what somebody began before stays as it is."""
    with alone():
        if selectors.evaluation_file(YEAR) is None:
            moment, kader = now(), assessor_of(KADER).kader
            begun = EvaluationEntry(year=YEAR, kader=kader.id, kader_digest=kader.digest, languages=("nl",))
            services.start_evaluation(
                begun, by=BY, now=moment
            )  # first: who is stopped half-way can start again
            _follow_up(kader, moment)
            _write(_interview(moment), moment)


def _interview(moment: datetime) -> str:
    """With somebody who does not exist, who may be quoted without a name; the reference of the quote."""
    plan = interviews_here()
    assert plan is not None  # noqa: S101 - the pack of the demo has one
    theme = plan.themes[0].code
    draft = InterviewDraft(
        speaker=Speaker(name="E. Verzonnen"),
        period=Period.month(YEAR, 11),
        by_whom="demo-evaluator",
        themes=(theme,),
        called="een verzonnen kweker",
        consent=Consent.WITHOUT_NAME,
        how="per mail (verzonnen)",
    )
    interview = services.note_interview(InterviewEntry(year=YEAR, draft=draft), plan=plan, by=BY, now=moment)
    words = QuoteDraft(
        words="De vraag naar zuinige kassen blijft groeien (verzonnen).",
        theme=theme,
        consent=Consent.WITHOUT_NAME,
    )
    return services.note_quote(QuoteEntry(interview=interview, draft=words), plan=plan, by=BY, now=moment)


def _write(quote: str, moment: datetime) -> None:
    readings = readings_in(as_json(account_of(YEAR, FIGURES, reader=NOBODY)))
    text = _TEXT.format(quote=quote)
    entry = ChapterEntry(year=YEAR, chapter=CHAPTER, language="nl", text=text, figures=readings)
    services.save_chapter(entry, by=BY, now=moment)


def _follow_up(kader: Kader, moment: datetime) -> None:
    """Somebody began with it, and it still asks for attention."""
    text = Text(
        nl="Verzonnen: vraag bij elk bezoek wat ervan kwam.", en="Made up: ask of each visit what came of it."
    )
    said = RecommendationEntry(reference=RECOMMENDATION, year=YEAR, text=text)
    services.record_recommendation(said, by=BY, now=moment)
    to = Text(nl="Verzonnen afdeling", en="Made-up department")
    address = AddressEntry(recommendation=RECOMMENDATION, to=to, due=Period.year(YEAR + 1))
    services.address_recommendation(address, by=BY, now=moment)
    draft = FollowUpDraft(
        status=FollowUpStatus.TAKEN_UP,
        period=Period.year(YEAR + 1),
        what="De vragenlijst staat klaar (verzonnen).",
        seen=0,
    )
    entry = FollowUpEntry(recommendation=RECOMMENDATION, draft=draft)
    services.follow_up_recommendation(entry, known=known_to(kader), file=None, by=BY, now=moment)
