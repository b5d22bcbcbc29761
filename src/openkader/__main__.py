"""``python -m openkader``, for where the command is not on the path."""

import sys

from openkader.cli.main import main

sys.exit(main())
