"""Our own queue, by itself: mail that waits. ``python -m benchmarks.load.tasks.ours NUMBER`` in an empty register.

Prints how long it took to hand the tasks in and to do them, and whether a task whose worker was killed is done later.
Unlike the others, each task that is done leaves an event in the trail.
"""

import json
import multiprocessing
import os
import signal
import sys
import time
from datetime import datetime, timedelta
from typing import Any


def main() -> None:
    """Hand in, do, and see what becomes of a task whose worker died."""
    import django

    django.setup()
    from django.db import connection
    from django.utils import timezone

    from openkader.register.models import OutgoingMail

    number, now = int(sys.argv[1]), timezone.now()
    began = time.perf_counter()
    for place in range(number):
        OutgoingMail.objects.create(**_mail(place, now))
    handed_in = time.perf_counter()
    _work(now)
    done = time.perf_counter()
    OutgoingMail.objects.create(**_mail(number, now))
    connection.close()
    killed = multiprocessing.get_context("fork").Process(target=_die, args=[now])
    killed.start()
    killed.join()
    _work(now + timedelta(minutes=3))  # when its lease has ended
    left = OutgoingMail.objects.filter(finished_at=None).count()
    print(
        json.dumps({"handed_in_s": handed_in - began, "done_s": done - handed_in, "killed": ["waits"] * left})
    )


def _mail(place: int, now: datetime) -> dict[str, Any]:
    said = {"to": "a@example.nl", "subject": "Bedacht", "text": f"Bedacht {place}"}
    return {**said, "purpose": "confirmation", "not_before": now, "queued_at": now, "queued_by": "demo"}


def _work(now: datetime) -> None:
    from openkader.casework.permissions import HouseHand
    from openkader.register import services

    while taken := services.take_mail("worker", now=now):
        services.finish_mail(taken, None, by=HouseHand("worker"), now=now)


def _die(now: datetime) -> None:
    from openkader.register import services

    services.take_mail("dies", now=now)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
