"""The gender that a list states; it is not drawn from `Mr.` or `女士`.

A gender counts against a hit that may be right, and forms of address are filled in by habit.
"""

from openkader.casework.delegation.cleaning import folded

_MALE = "m man male mannelijk heer 男 男性"
_FEMALE = "v f w vrouw female vrouwelijk woman 女 女性"
_KNOWN = dict.fromkeys(_MALE.split(), "male") | dict.fromkeys(_FEMALE.split(), "female")


def gender_of(text: str) -> str | None:
    """Male or female, in the words of FollowTheMoney; None for anything else."""
    return _KNOWN.get(folded(text).strip(". "))
