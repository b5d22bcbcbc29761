"""By which version of the kader a case is weighed."""

from datetime import date, datetime

from openkader.base.errors import NotFound
from openkader.casework.period import Period
from openkader.kader import Assessment, Assessor, Kader
from openkader.register.cases import restored
from openkader.register.front_doors import newest_kader, newest_kader_id
from openkader.register.kaders import assessor_of, kader_on
from openkader.register.moments import day_of
from openkader.register.selectors import ActivityFile, Dossier, MissionActivity, TalkFile, newest_year
from openkader.register.together import Row


def kader_name(found: Dossier, today: date) -> str:
    """The kader of the year, or the one it was weighed by; else that which was in force when the case came in."""
    names = [source.kader for source in found.sources if source.kader]
    names += [str(row["kader"]) for row in reversed(found.assessments)]
    if names:
        return names[0]
    newest = found.newest_source
    beside = newest.kader if newest is not None and newest.kader else newest_kader_id(today)
    if not beside:
        raise NotFound("dossier", found.reference)
    return kader_on(beside.partition("/")[0], _came_in_on(found, today))


def assessor_for(found: ActivityFile, today: date) -> Assessor:
    """The kader that an activity is weighed by: that of the year that it was read from, else the newest."""
    return assessor_of(str(found.row["source__kader"] or newest_kader_id(today)))


def assessor_of_talk(found: TalkFile, today: date) -> Assessor:
    """The same of an activity as its talks are looked at."""
    return assessor_of(found.kader or newest_kader_id(today))


def kader_here(today: date) -> Kader:
    """The kader whose lists are offered: the newest of the organisation, or that of the newest year."""
    found = newest_kader(today)
    if found is not None:
        return found
    newest = newest_year()
    if newest is None:
        raise NotFound("kader", "")
    return assessor_of(newest.kader).kader


def kader_of_mission(found: MissionActivity) -> Kader | None:
    """The kader of the year that an activity was read from, else the newest; None before there is one."""
    newest = None if found.kader else newest_year()
    name = found.kader or (newest.kader if newest else None)
    return assessor_of(name).kader if name else None


def _came_in_on(found: Dossier, today: date) -> date:
    """The day of the request as it is known, or else that on which it was entered; of what is no request, today."""
    row = found.request or {}
    period, entered = row.get("period"), row.get("recorded_at")
    if isinstance(period, Period):
        return period.starts_on
    return day_of(entered) if isinstance(entered, datetime) else today


def reassessed(stored: Row) -> Assessment | None:
    """The stored assessment made again from its own facts; only by the very kader that made it."""
    try:
        assessor = assessor_of(str(stored["kader"]))
    except NotFound:
        return None
    if assessor.kader.digest != stored["kader_digest"]:
        return None
    return assessor.assess(restored(assessor.kader, stored["facts"]))  # type: ignore[arg-type]
