"""What a screening as a whole says: what was compared, with which lists, and what was not."""

from openkader.base.text import Text
from openkader.screening.evidence import Band, Compared, Screening
from openkader.screening.explaining.listing import say_list
from openkader.screening.explaining.values import enumerated, filled, said_number, shown
from openkader.screening.explaining.words import BANDS, COMPARED, NOT_SCREENED, BandWords

_COMPARED = Text(nl="Vergeleken: {what}.", en="Compared: {what}.")
_MISSING = Text(
    nl="Niet vergeleken, want niet bekend of niet bruikbaar: {what}.",
    en="Not compared, since it is unknown or of no use: {what}.",
)
_NOTHING = Text(nl="Er is niets vergeleken.", en="Nothing was compared.")
_NO_LISTS = Text(nl="Er is met geen enkele lijst vergeleken.", en="No list was compared with.")
_LISTS = Text(
    nl="Vergeleken met {lists}, samen {entries}:",
    en="Compared with {lists}, together {entries}:",
)
_UNSIZED_LISTS = Text(nl="Vergeleken met {lists}:", en="Compared with {lists}:")
_ONE_LIST = Text(nl="1 lijst", en="1 list")
_MORE_LISTS = Text(nl="{number} lijsten", en="{number} lists")
_ENTRIES = Text(nl="{number} vermeldingen", en="{number} entries")
_AT_LEAST = Text(nl="ten minste {number} vermeldingen", en="at least {number} entries")
_NEAREST = Text(
    nl="Het dichtst in de buurt kwam ‘{caption}’ van lijst {list}; dat is te ver om na te kijken.",
    en="Nearest came ‘{caption}’ of list {list}; that is too far to be checked.",
)


def say_band(screening: Screening | None) -> BandWords:
    """The title and the meaning; without a screening, a list or a name to compare it is *not screened*."""
    return BANDS[screening.band] if screening and is_whole(screening) else NOT_SCREENED


def is_whole(screening: Screening) -> bool:
    """Whether names were compared with at least one list; else it is no screening, whatever its band."""
    return bool(screening.lists) and Compared.NAME in screening.compared


def say_reach(screening: Screening) -> tuple[Text, ...]:
    """How far a screening reaches: by what was compared, what was missing, and each list with its date."""
    found = []
    if screening.compared:
        found.append(filled(_COMPARED, what=_named(screening.compared)))
    else:
        found.append(_NOTHING)
    if screening.missing:
        found.append(filled(_MISSING, what=_named(screening.missing)))
    found += _lists(screening)
    if screening.band is Band.CLEAR and screening.hits:
        nearest = screening.hits[0]
        found.append(filled(_NEAREST, caption=shown(nearest.caption), list=shown(nearest.list)))
    return tuple(found)


def _named(particulars: tuple[Compared, ...]) -> Text:
    return enumerated([COMPARED[one] for one in particulars])


def _lists(screening: Screening) -> list[Text]:
    """How many lists, how large together, and then each of them."""
    lists = screening.lists
    if not lists:
        return [_NO_LISTS]
    number = _ONE_LIST if len(lists) == 1 else filled(_MORE_LISTS, number=str(len(lists)))
    # The size of a list on a server can be unknown, and is then 0.
    total = sum(used.entities for used in lists)
    if not total:
        return [filled(_UNSIZED_LISTS, lists=number), *map(say_list, lists)]
    entries = _ENTRIES if all(used.entities for used in lists) else _AT_LEAST
    size = filled(entries, number=said_number(total))
    return [filled(_LISTS, lists=number, entries=size), *map(say_list, lists)]
