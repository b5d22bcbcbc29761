"""What Prometheus reads of the house as it stands: lists, queues, the trail, room on the disk. Nothing of any case."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from openkader import __version__
from openkader.register import selectors
from openkader.register.readiness import list_states
from openkader.register.recovery.newest import newest_backup
from openkader.register.replica import Following, replica_state


class HouseFigures(Collector):
    """Asked at the moment that somebody reads them; a database that is gone is a figure too."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterator[Metric]:
        """Each figure, with its help."""
        yield InfoMetricFamily("openkader_build", "Which version runs.", value={"version": __version__})
        yield from self._disk()
        yield from self._lists()
        yield from self._backup()
        if settings.CLAMD is not None:
            yield _one(
                "openkader_scanner_up", "Whether the virus scanner answers.", settings.CLAMD.is_there()
            )
        if settings.BUCKET is not None:
            is_there = not settings.BUCKET.trouble()
            yield _one("openkader_bucket_up", "Whether the bucket with documents answers.", is_there)
        try:
            known = [*self._queue(), *self._database(), *self._replica()]
        except DatabaseError:
            known = []
        yield _one("openkader_database_up", "Whether the database answers.", bool(known))
        yield from known

    def _disk(self) -> Iterator[Metric]:
        room = selectors.disk()
        if room is None:
            return
        total, free = room
        yield _one("openkader_disk_size_bytes", "Size of the disk that holds OPENKADER_DATA.", total)
        yield _one("openkader_disk_free_bytes", "What is free of it.", free)

    def _backup(self) -> Iterator[Metric]:
        known = newest_backup(settings.OPENKADER_DATA)
        if known is None:
            return
        age = (self.now - known.made_at).total_seconds()
        yield _one(
            "openkader_backup_age_seconds", "Since the newest backup that is known here was made.", age
        )
        holds = known.holds is True
        yield _one("openkader_backup_holds", "Whether it was tried here, and held.", holds)

    def _lists(self) -> Iterator[Metric]:
        age = GaugeMetricFamily(
            "openkader_list_age_seconds",
            "Since a list was last known to be what its publisher has.",
            labels=["list"],
        )
        usable = GaugeMetricFamily("openkader_list_usable", "Whether a list can be used.", labels=["list"])
        for one in list_states():
            usable.add_metric([one.id], float(one.is_usable))
            if one.confirmed_at is not None:
                age.add_metric([one.id], (self.now - one.confirmed_at).total_seconds())
        yield age
        yield usable

    def _queue(self) -> Iterator[Metric]:
        found = selectors.background(self.now)
        yield _one("openkader_screenings_waiting", "Screenings that wait.", found.screenings)
        yield _one("openkader_mails_waiting", "Mails that wait to be sent.", found.mails)
        yield _one(
            "openkader_mails_failed", "Mails that are held, since they could not be sent.", found.mails_held
        )
        yield _one("openkader_mails_forgotten", "Mails that never could be sent.", found.mails_forgotten)
        yield _one(
            "openkader_mails_bounced", "Mails that did not arrive, in thirty days.", found.mails_bounced
        )
        waiting = sum(one.waiting for one in found.receivers)
        yield _one("openkader_events_waiting", "Events that receivers still have to hear.", waiting)
        yield _one("openkader_receivers_held", "Receivers that do not answer, and are held.", len(found.held))
        for what, since in (("screening", found.screening_since), ("mail", found.mail_since)):
            waits = (self.now - since).total_seconds() if since else 0
            yield _one(f"openkader_{what}_oldest_wait_seconds", "How long the oldest of it waits.", waits)

    def _database(self) -> Iterator[Metric]:
        taken, newest = selectors.room_taken()
        yield _one("openkader_audit_sequence", "Number of the newest entry of the trail.", newest)
        yield _one("openkader_database_size_bytes", "Room that the database takes.", taken)

    def _replica(self) -> Iterator[Metric]:
        state = replica_state()
        if state is None:
            return
        follows = state.following in (Following.EVEN, Following.BEHIND)
        yield _one("openkader_replica_up", "Whether the replica answers and follows this database.", follows)
        if state.bytes_behind is not None:
            yield _one(
                "openkader_replica_behind_bytes", "What it still has to take over.", state.bytes_behind
            )
        if state.behind is not None:
            late = state.behind.total_seconds()
            yield _one(
                "openkader_replica_behind_seconds", "Since the newest change that it knows; 0: all.", late
            )


def _one(name: str, means: str, value: float) -> Metric:
    return GaugeMetricFamily(name, means, value=float(value))
