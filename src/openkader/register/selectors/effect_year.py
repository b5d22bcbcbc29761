"""The activities of a year that were held, with what came of each; nobody is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.effect import SurveyForm
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.columns import period_of
from openkader.register.models import Activity
from openkader.register.selectors.experiences import WaveFile, wave_file
from openkader.register.surveying import invited_in, windows_of
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """An activity with each of its waves."""

    reference: str
    label: Text
    number: int | None
    period: Period | None
    waves: tuple[WaveFile, ...]


def effect_rows(
    year: int, form: SurveyForm, today: date, *, reader: Person
) -> tuple[Sequence[EffectRow], int]:
    """The activities of a year that the reader may see, by date; and how many there are beside them."""
    held = Activity.objects.filter(year=year, standing=ActivityStanding.HELD)
    seen = list(held.filter(visible_or_alone(reader)).order_by("starts_on", "id"))
    of = Q(activity__year=year, activity__standing=ActivityStanding.HELD)
    invited = invited_in(of) if seen else {}
    rows = [
        EffectRow(
            reference=one.reference,
            label=Text(nl=one.title_nl, en=one.title_en),
            number=one.number,
            period=period_of(vars(one)),
            waves=tuple(
                wave_file(invited.get(one.pk, ()), window, form, today) for window in windows_of(one, form)
            ),
        )
        for one in seen
    ]
    # What stands for several comes last, as in every list of a year.
    return sorted(rows, key=lambda row: row.number != 1), held.count() - len(rows)
