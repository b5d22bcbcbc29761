"""What colleagues and other organisations hand in: frameworks, years, claims, set-ups, documents, settings, searches.

The lists, names and tables of strangers are in `fuzz_targets`; these are attacked in the same way.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from benchmarks.fuzz_arriving import arriving, signed_again
from openkader.base.errors import Invalid, NotFound
from openkader.base.messages import sentences
from openkader.casework.documents import recognise
from openkader.conf.security import Security
from openkader.evaluation.claims.reading import claims_in
from openkader.kader.loading import load_as_far, load_texts
from tests.unit import documents
from tests.unit.claim_files import HEAD, kader_of
from tests.unit.kader_factories import PACK, PACKS

_SIGNED = "signed again"
Check = Callable[[bytes], None]


def readers(file: Callable[[str, bytes], Path]) -> dict[str, tuple[tuple[bytes, ...], Check]]:
    """Each reader by name: samples, and the check; `file` writes one that lies there for a moment."""
    _open_house()
    from openkader.publication.kader_files import received
    from openkader.register.yearfile import read_year_file

    found: dict[str, tuple[tuple[bytes, ...], Check]] = {
        f"kader, {name}": ((dedent(text).encode(),), _kader(name)) for name, text in PACK.items()
    }
    year = (PACKS / "zuid-holland" / "registers" / "2024.yaml").read_bytes()
    found["year file"] = (
        (year[:6000], year[-6000:]),
        _refused(lambda raw: read_year_file(file("y.yaml", raw))),
    )
    found["claims file"] = ((_claims(),), _refused(lambda raw: claims_in(raw, "claims.yaml", kader_of)))
    found["kader file"] = ((_kader_file(),), _refused(lambda raw: received(raw, "a.kader.json")))
    found[f"kader file, {_SIGNED}"] = ((_kader_file(),), _refused(_signed_again))
    samples = tuple(one for one in vars(documents).values() if isinstance(one, bytes) and one)
    found["document"] = (samples, _refused(lambda raw: recognise(raw, "brief.pdf")))
    found["set-up file"] = ((_SET_UP,), _refused(lambda raw: _set_up(file("set-up.yaml", raw))))
    found["settings"] = (_SETTINGS, _refused(_settings))
    found["what is searched for"] = (_SEARCHES, _searched)
    found |= {name: (given, _refused(read)) for name, (given, read) in arriving().items()}
    return found


_SET_UP = b"""\
organisation: zuid-holland
accounts:
  - name: anna
    roles: [adviser]
    team: china
lists:
  - id: un
    form: un-xml
    source: https://example.org/un.xml
"""
_SETTINGS = (
    b"https://example.org/x,a@example.org",
    b"tcp:[::1]:3310",
    b"10.0.0.0/8,[fe80::1]:80,.example.org",
)
_SEARCHES = (
    b"q=wang+xiaoming&jaar=2024&soort=incoming_delegation&stand=decided&na=2024-01-01~5",
    b"onderwerp=V-1&persoon=anna&van=2024-01-01&tot=2024-12-31&handeling=account.opened&voor=7",
)


def _open_house() -> None:
    """The models are loaded; no database is opened."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openkader.conf.settings")
    os.environ.setdefault("OPENKADER_DATA", tempfile.mkdtemp(prefix="fuzz-data-"))
    import django

    django.setup()


def _kader(name: str) -> Check:
    def check(content: bytes) -> None:
        text = content.decode("utf-8", "replace")
        texts = {one: dedent(written) for one, written in PACK.items()} | {name: text}
        _refused(lambda _: load_texts(texts, "province/2024-01-01"))(content)
        _refused(lambda _: load_as_far(texts, "province/2024-01-01"))(content)

    return check


def _refused(read: Callable[[bytes], object]) -> Check:
    """It is read, or refused with a sentence in either language that can be stored."""

    def check(content: bytes) -> None:
        try:
            repr(read(content)).encode("utf-8", "surrogatepass")
        except Invalid as error:
            for language in ("nl", "en"):
                if not all(line.encode("utf-8") for line in sentences(error, language)):
                    raise AssertionError("a problem without a sentence") from error
        except NotFound as error:
            str(error).encode("utf-8")

    return check


def _claims() -> bytes:
    body = "claims:\n  - {id: a, text: {nl: Een delegatie., en: One.}, figure: activities, equals: 1}\n"
    return (HEAD + body).encode()


def _kader_file() -> bytes:
    from openkader.publication.kader_files import envelope
    from tests.unit.test_kader_files import KEY

    texts = {name: dedent(text) for name, text in PACK.items()}
    return envelope.packed(load_texts(texts, "province/2024-01-01"), texts, KEY)


def _signed_again(content: bytes) -> object:
    """As somebody with a key would sign whatever they like."""
    from openkader.publication.kader_files import envelope, received

    signed = signed_again(content, "kader", envelope.FORM)
    return received(signed, "a.kader.json") if signed is not None else None


def _set_up(path: Path) -> object:
    from openkader.cli.setup_file import read_set_up

    return read_set_up(path)


def _settings(content: bytes) -> object:
    word = os.fsdecode(content).replace("\x00", "")
    names = ("SECURITY_CONTACT", "SECURITY_POLICY", "OUTGOING", "INNER", "CLAMD")
    for name in names:
        _refused(lambda _, name=name: Security.read({f"OPENKADER_{name}": word}))(content)  # type: ignore[misc]
    return None


def _searched(content: bytes) -> None:
    """What stands behind the question mark of an address that anybody can write."""
    from django.core.exceptions import TooManyFieldsSent
    from django.http import QueryDict

    from openkader.register.selectors.places import place_in
    from openkader.web.choices import choice_of
    from openkader.web.trail_choices import trail_choice_of

    try:
        words = QueryDict(content.decode("latin-1"))
    except TooManyFieldsSent:  # a page of its own (400)
        return
    repr((choice_of(words), trail_choice_of(words), place_in(words.get("na", ""))))
