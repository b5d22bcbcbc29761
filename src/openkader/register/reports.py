"""Reports as their services want to see them: the version that counts, and whether it is final."""

from openkader.casework.reporting import ReportKind, ReportStand
from openkader.register.models import Activity, ReportDraft


def newest_draft(activity: Activity, kind: ReportKind, language: str) -> ReportDraft | None:
    """The version that was saved last."""
    query = ReportDraft.objects.filter(activity=activity, kind=kind, language=language)
    return query.select_related("final").order_by("-version").first()


def stand_of(draft: ReportDraft | None) -> ReportStand:
    """How far a report is; without a version nothing was saved."""
    if draft is None:
        return ReportStand()
    return ReportStand(
        version=draft.version,
        by=draft.by,
        text=draft.text,
        is_final=getattr(draft, "final", None) is not None,
    )
