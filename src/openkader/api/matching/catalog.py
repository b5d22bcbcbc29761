"""The lists as a catalog of yente: each by itself, and all of them as one collection."""

from collections.abc import Sequence
from datetime import datetime

from openkader.api.matching.answers import Data
from openkader.api.matching.scope import WHOLE
from openkader.screening.lists import ListState


def catalog(states: Sequence[ListState], now: datetime) -> Data:
    """What there is; where a list comes from is left out, for its address may hold a key."""
    fit = [one.id for one in states if one.is_usable and one.is_recent(now)]
    others = [one.id for one in states if one.id not in fit]
    return {
        "datasets": [
            _collection(states, others),
            *(_dataset(one, is_current=one.id in fit) for one in states),
        ],
        "current": fit,
        "outdated": others,
        "index_stale": bool(others),
    }


def _collection(states: Sequence[ListState], others: Sequence[str]) -> Data:
    number = sum(one.current.entities for one in states if one.current)
    return {
        "name": WHOLE,
        "title": "Open Kader",
        "version": None,
        "index_version": None,
        "index_current": not others,
        "load": False,
        "last_export": None,
        "updated_at": None,
        "entity_count": number,
        "thing_count": number,
        "children": [one.id for one in states],
    }


def _dataset(state: ListState, *, is_current: bool) -> Data:
    snapshot, confirmed = state.current, state.confirmed_at
    name = snapshot.name if snapshot else None
    number = snapshot.entities if snapshot else None
    return {
        "name": state.id,
        "title": state.id,
        "version": name,
        "index_version": name,
        "index_current": is_current,
        "load": True,
        "last_export": snapshot.read_at if snapshot else None,
        "updated_at": confirmed.isoformat() if confirmed else None,
        "entity_count": number,
        "thing_count": number,
        "children": [],
    }
