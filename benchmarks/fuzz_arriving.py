"""What came in later: mail, files of other organisations, and a register in a spreadsheet.

Attacked in the same way as what `fuzz_targets` and `fuzz_readers` name.
"""

import json
from collections.abc import Callable

from openkader.base.errors import OpenKaderError
from openkader.casework.mail import MailBounds, read_mail
from tests.unit.delegations import workbook
from tests.unit.exchange_factories import FORM, KEY, packed, small
from tests.unit.spreadsheets import HEADINGS, ROW, read
from tests.unit.test_casework_mail import FINAL, mail

_BOUNDS = MailBounds(size=2_000_000, letters=5_000)
_CSV = "Zaaknr;Ontvangen op;Datum;Onderwerp;Land;Besluit\nZ-1;1-3-2023;23-5-2023;Bezoek;China;Uitgevoerd\n"
Reader = Callable[[bytes], object]


def arriving() -> dict[str, tuple[tuple[bytes, ...], Reader]]:
    """Each reader by name, with samples that it takes."""
    written = mail(In_Reply_To="<openkader-7.abc@province.example>", Auto_Submitted="no")
    written.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="antwoord.pdf")
    exchange = packed(small(), KEY)
    return {
        "mail": ((written.as_bytes(), FINAL), lambda raw: read_mail(raw, _BOUNDS)),
        "exchange file": ((exchange,), _received),
        "exchange file, signed again": ((exchange,), _signed_again),
        "register, workbook": ((workbook(HEADINGS, ROW),), lambda raw: read(raw, name="register.xlsx")),
        "register, table": ((_CSV.encode(),), lambda raw: read(raw, name="register.csv")),
    }


def signed_again(content: bytes, part: str, form: str) -> bytes | None:
    """As somebody with a key would sign whatever they like; None of what is no such file at all."""
    from openkader.publication.kader_files.signed_json import canonical_or_none, signature_of

    try:
        found = json.loads(content)
        found["signature"] = signature_of({"form": form, part: found[part]}, KEY)
    except (ValueError, TypeError, KeyError, OpenKaderError, RecursionError):
        return None
    return canonical_or_none(found)


def _received(content: bytes) -> object:
    from openkader.publication.exchange import received

    return received(content, "a.exchange.json")


def _signed_again(content: bytes) -> object:
    signed = signed_again(content, "exchange", FORM)
    return _received(signed) if signed is not None else None
