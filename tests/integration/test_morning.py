"""What a colleague sees first: the work, whose it is, and where to look when there is none."""

import pytest
from django.test import Client

from openkader.casework.vocabulary import AccountRole as Role
from tests.integration.register_house import account
