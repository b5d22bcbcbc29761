"""Serving the pages on this computer, with the server that production uses too."""

from collections.abc import Callable, Sequence
from threading import Thread

from django.conf import settings
from django.db import connections

from openkader.cli.pages_server import Pages, say
from openkader.cli.stopping import Stop

APPLICATION = "django.core.wsgi:get_wsgi_application()"
THREADS = 4
PATIENCE = 5.0  # in which what runs beside the pages ends what it is at


def serve(places: Sequence[str], *, ready: str, beside: Callable[[Stop], None]) -> None:
    """Serve until stopped; `ready` is said once the door is open, and `beside` runs as long as it is."""
    connections.close_all()  # the worker is a copy of this process and opens its own

    stop, threads = Stop(), list[Thread]()

    def start_beside(_worker: object) -> None:
        threads.append(Thread(target=beside, args=[stop], daemon=True))
        threads[0].start()

    def end_beside(_server: object, _worker: object) -> None:
        stop.ask()
        for thread in threads:
            thread.join(PATIENCE)

    # One worker with a few threads: enough for a room of people, gone at Ctrl-C.
    Pages(
        APPLICATION,
        {
            "bind": list(places),
            "worker_class": "gthread",
            "workers": 1,
            "threads": THREADS,
            "preload_app": True,
            "loglevel": "error",
            "when_ready": say(ready),
            "post_worker_init": start_beside,
            "worker_exit": end_beside,
            # A worker that is asked to stop while it is being born does not hear it.
            "graceful_timeout": 2 * int(PATIENCE),
            "control_socket_disable": True,
            "worker_tmp_dir": str(settings.OPENKADER_DATA),
        },
    ).run()
