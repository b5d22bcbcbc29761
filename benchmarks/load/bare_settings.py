"""The settings of a bare page: the same middleware, the same tables, and nothing of ours in between."""

from openkader.conf.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.load.bare_urls"
