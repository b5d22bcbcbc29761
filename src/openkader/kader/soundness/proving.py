"""All that can be said against a kader: what the check finds, and what is proved over every case."""

from openkader.kader.checking import check_kader
from openkader.kader.findings import Finding, Severity
from openkader.kader.model import Kader
from openkader.kader.soundness.analysis import analyse


def prove(kader: Kader) -> list[Finding]:
    """All findings on one kader, errors first; without errors it can be adopted."""
    findings = [*check_kader(kader), *analyse(kader)]
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
