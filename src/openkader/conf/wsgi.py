"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from openkader.conf.turns import Turns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openkader.conf.settings")

application = Turns(get_wsgi_application())
# Every page is loaded before the processes part, so that the first visitor of each waits for none of it.
_ = get_resolver().url_patterns

# What was loaded by now stays until the end, and a page makes thousands of objects that nobody keeps. To look
# through all of them for what could be thrown away let now and then a reader wait for a tenth of a second.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
