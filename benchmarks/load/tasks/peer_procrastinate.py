"""The peer procrastinate, by itself: ``python peer_procrastinate.py URL NUMBER``.

Prints how long it took to hand the tasks in and to do them, and whether a task whose worker was killed is done later.
"""

import json
import multiprocessing
import os
import signal
import sys
import time

import procrastinate

URL, NUMBER = sys.argv[1], int(sys.argv[2])
app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=URL))


@app.task(name="nothing")
def nothing(number: int) -> None:
    """What is to be done: nothing, so that the queue alone is measured."""


@app.task(name="dies")
def dies(number: int) -> None:
    """The worker is killed while it is at this."""
    os.kill(os.getpid(), signal.SIGKILL)


def _work() -> None:
    with app.replace_connector(procrastinate.PsycopgConnector(conninfo=URL)) as there:
        there.run_worker(wait=False, concurrency=1, install_signal_handlers=False)


def main() -> None:
    """Hand in, do, and see what becomes of a task whose worker died."""
    hand_in = procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=URL))
    nothing_there = hand_in.configure_task("nothing")
    with hand_in.open():
        hand_in.schema_manager.apply_schema()
        began = time.perf_counter()
        for number in range(NUMBER):
            nothing_there.defer(number=number)
        handed_in = time.perf_counter()
        _work()
        done = time.perf_counter()
        hand_in.configure_task("dies").defer(number=1)
    for _ in range(2):  # the second finds what the first left
        worker = multiprocessing.get_context("fork").Process(target=_work)
        worker.start()
        worker.join()
    left = _left()
    print(json.dumps({"handed_in_s": handed_in - began, "done_s": done - handed_in, "killed": left}))


def _left() -> list[str]:
    import psycopg

    with psycopg.connect(URL) as connection:
        query = "SELECT status::text FROM procrastinate_jobs WHERE status <> 'succeeded'"
        return [row[0] for row in connection.execute(query)]


if __name__ == "__main__":
    main()
