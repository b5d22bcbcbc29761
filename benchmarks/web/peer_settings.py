"""The settings of the peer: the same tables in a plain Django admin."""

from openkader.conf.settings import *  # noqa: F403
from openkader.conf.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "benchmarks.web.peer_urls"
