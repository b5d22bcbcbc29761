"""Write the description of the interface for programs, as it is compared by a test."""

import json
import os
import tempfile
from pathlib import Path

PLACE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "openapi.json"


def main() -> None:
    """Write it, without a register: it holds nothing of one."""
    import django

    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "openkader.conf.settings", "OPENKADER_DATA": data}
        django.setup()
        from openkader.api.interface import example

        PLACE.write_text(f"{json.dumps(example(), indent=1, ensure_ascii=False)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
