"""Where Django meets the register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register as a Django app."""

    name = "openkader.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
