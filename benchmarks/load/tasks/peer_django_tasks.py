"""The peer django-tasks with django-tasks-db, by itself: ``python peer_django_tasks.py URL NUMBER``.

Prints how long it took to hand the tasks in and to do them, and whether a task whose worker was killed is done later.
"""

import json
import multiprocessing
import os
import signal
import sys
import time
from urllib.parse import urlsplit

URL, NUMBER = urlsplit(sys.argv[1]), int(sys.argv[2])


def _begin() -> None:
    import django
    from django.conf import settings

    settings.configure(
        USE_TZ=True,
        INSTALLED_APPS=["django_tasks", "django_tasks_db"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": URL.path.lstrip("/"),
                "USER": URL.username,
                "PASSWORD": URL.password,
                "HOST": URL.hostname,
                "PORT": str(URL.port or ""),
                "CONN_MAX_AGE": 60,
            }
        },
        TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}},
    )
    django.setup()


_begin()
from django_tasks import task  # noqa: E402 - the settings come first


@task()
def nothing(number: int) -> int:
    """What is to be done: nothing, so that the queue alone is measured."""
    return number


@task()
def dies(number: int) -> None:
    """The worker is killed while it is at this."""
    os.kill(os.getpid(), signal.SIGKILL)


def _work() -> None:
    from django.core.management import call_command

    call_command("db_worker", batch=True, startup_delay=False, interval=0, verbosity=0, reload=False)


def main() -> None:
    """Hand in, do, and see what becomes of a task whose worker died."""
    from django.core.management import call_command
    from django.db import connection
    from django_tasks_db.models import DBTaskResult

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    for number in range(NUMBER):
        nothing.enqueue(number)
    handed_in = time.perf_counter()
    _work()
    done = time.perf_counter()
    if DBTaskResult.objects.successful().count() != NUMBER:
        raise RuntimeError("some were not done")
    dies.enqueue(1)
    connection.close()
    for _ in range(2):  # the second finds what the first left
        worker = multiprocessing.get_context("fork").Process(target=_work)
        worker.start()
        worker.join()
    left = DBTaskResult.objects.exclude(status="SUCCESSFUL").values_list("status", flat=True)
    print(json.dumps({"handed_in_s": handed_in - began, "done_s": done - handed_in, "killed": list(left)}))


if __name__ == "__main__":
    sys.modules["peer_django_tasks"] = sys.modules["__main__"]  # a task is looked up by where it stands
    main()
