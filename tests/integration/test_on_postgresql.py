"""What holds on the embedded database holds on PostgreSQL: the same tests, run there."""

import os
import subprocess
import sys
from pathlib import Path

from tests.installation import ROOT, fresh_postgres

HERE = Path(__file__).parent
SAME = (
    *("test_invariants.py", "test_year_2024.py"),
    *("test_services.py", "test_deciding.py", "test_recording.py"),
    *("test_delegation_lists.py", "test_screening_hits.py", "test_screening_queue.py"),
    *("test_screening_invariants.py", "test_screening_decides.py", "test_screening_pages.py"),
    *(
        "test_screening_kept.py",
        "test_account.py",
        "test_pages_ask_little.py",
        "test_parties_found.py",
        "test_talks.py",
        "test_agreements.py",
        "test_plans.py",
    ),
)


def test_the_register_keeps_its_promises_on_postgresql(postgres_url: str) -> None:
    with fresh_postgres(postgres_url) as url:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(HERE / x) for x in SAME)],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-3000:]
