"""What is counted of requests, for Prometheus; over all processes of one server (`openkader serve`)."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

from openkader.web.operation.seen import Seen

# Named before the library is loaded, by whoever starts several processes.
TOGETHER = "PROMETHEUS_MULTIPROC_DIR"
OWN = CollectorRegistry()
REQUESTS = Counter(
    "openkader_http_requests",
    "Requests that were answered, by page and by kind of answer.",
    ("method", "route", "status"),
    registry=OWN,
)
DURATION = Histogram(
    "openkader_http_request_duration_seconds",
    "How long an answer took.",
    ("route",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10),
    registry=OWN,
)
QUESTIONS = Histogram(
    "openkader_http_request_queries",
    "How many questions an answer asked of the database.",
    ("route",),
    buckets=(0, 1, 2, 5, 8, 12, 20, 50),
    registry=OWN,
)
SLOW = Counter(
    "openkader_slow_queries",
    "Questions to the database that took longer than OPENKADER_SLOW_MS.",
    ("route",),
    registry=OWN,
)
REPLICA = Counter(
    "openkader_replica_reads",
    "Pages that a replica is for, by how it stood: from one that is not even with the primary none was read.",
    ("standing",),
    registry=OWN,
)


def count_read(standing: str) -> None:
    """Count a page that a replica is for."""
    REPLICA.labels(standing).inc()


def count(seen: Seen, status: int, took: float) -> None:
    """Count a request that was answered."""
    REQUESTS.labels(seen.method, seen.route, f"{status // 100}xx").inc()
    DURATION.labels(seen.route).observe(took)
    QUESTIONS.labels(seen.route).observe(seen.questions.count)
    if seen.questions.slow:
        SLOW.labels(seen.route).inc(seen.questions.slow)


def counted() -> CollectorRegistry:
    """What was counted, by this process or by all that count together."""
    if TOGETHER not in os.environ:
        return OWN
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # this part of the library has no types
    return registry
