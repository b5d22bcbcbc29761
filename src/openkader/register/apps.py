"""Where Django meets the register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register as a Django app."""

    name = "openkader.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The models are there now: the lines of the work list are kept beside every change."""
        from django.db.backends.signals import connection_created

        from openkader.register.case_lines import lines_of
        from openkader.register.hand import keep_beside
        from openkader.register.storable import watch_texts

        keep_beside(lines_of)
        connection_created.connect(watch_texts)
