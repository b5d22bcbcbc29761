"""The pages as a Django application; it has no models of its own."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The browser's door to the register."""

    name = "openkader.web"
    label = "web"
