"""The newest count of alerts on harmless people."""

from openkader.register.models import ScreeningCount


def screening_count() -> str | None:
    """As it was kept; None when nobody counted yet."""
    return ScreeningCount.objects.order_by("-pk").values_list("content", flat=True).first()
