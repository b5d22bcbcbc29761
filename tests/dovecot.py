"""A mailbox for the tests: Dovecot itself, as an ordinary user with a folder of its own, a port and a certificate."""

import grp
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from imaplib import IMAP4_SSL
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "kader", "a word of the tests"
PATIENCE = 20.0
_CONFIGURATION = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
default_internal_user = {name}
default_internal_group = {group}
default_login_user = {name}
mail_driver = maildir
mail_path = {folder}/mail
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = {uid}
ssl = required
ssl_server_cert_file = {folder}/cert.pem
ssl_server_key_file = {folder}/key.pem
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
    listen = 127.0.0.1
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""

_BY_TOKEN = """
auth_mechanisms = plain {ways}
oauth2 {{
  introspection_mode = post
  introspection_url = {url}
  username_attribute = client_id
}}
passdb oauth2 {{
  mechanisms_filter = oauthbearer xoauth2
}}
"""


@dataclass(frozen=True)
class RealMailbox:
    """Where it listens, and how a test looks into it."""

    folder: Path
    port: int

    def line(self) -> IMAP4_SSL:
        context = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        made = IMAP4_SSL("localhost", self.port, ssl_context=context, timeout=10)
        made.login(USER, PASSWORD)
        return made

    def put(self, *mails: bytes) -> None:
        with self.line() as line:
            for one in mails:
                answer, said = line.append("INBOX", "", "", one)
                assert answer == "OK", said

    def held(self, folder: str = "INBOX") -> int:
        with self.line() as line:
            answer, found = line.select(f'"{folder}"', readonly=True)
            return int(found[0] or 0) if answer == "OK" else 0

    def clear(self) -> None:
        with self.line() as line:
            for folder in ("INBOX", '"Open Kader"'):
                answer, found = line.select(folder)
                if answer == "OK" and found != [b"0"]:
                    line.store("1:*", "+FLAGS", "\\Deleted")
                    line.expunge()


@contextmanager
def real_mailbox(more: str = "") -> Iterator[RealMailbox]:
    """Dovecot itself, where its own user has a mailbox; it refuses to serve the mail of an administrator."""
    # Not where pytest keeps its folders: those only we may enter, and a socket of that name would be too long.
    with tempfile.TemporaryDirectory(prefix="mailbox-") as place, _serving(Path(place), more) as found:
        yield found


def by_token(introspection: str, *, only_older: bool = False) -> str:
    """What lets whoever has a token in, as the provider at an address says whose it is."""
    ways = "xoauth2" if only_older else "oauthbearer xoauth2"
    return _BY_TOKEN.format(url=introspection, ways=ways)


@contextmanager
def _serving(folder: Path, more: str) -> Iterator[RealMailbox]:
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
    assert program, "no dovecot on this machine (Debian: apt-get install dovecot-imapd)"
    account = pwd.getpwnam("dovecot") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    found = RealMailbox(folder, _free_port())
    _certify(folder)
    words = {
        "name": account.pw_name,
        "group": grp.getgrgid(account.pw_gid).gr_name,
        "uid": account.pw_uid,
        "gid": account.pw_gid,
    }
    (folder / "dovecot.conf").write_text(
        _CONFIGURATION.format(folder=folder, port=found.port, password=PASSWORD, **words) + more
    )
    for place in (folder, *folder.iterdir()):
        os.chown(place, account.pw_uid, account.pw_gid)
    own = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
    process = subprocess.Popen([program, "-F", "-c", folder / "dovecot.conf"], **own)  # type: ignore[call-overload]
    try:
        _wait(found, process)
        yield found
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def _wait(found: RealMailbox, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while True:
        log = found.folder / "log"
        said = log.read_text() if log.exists() else ""
        assert process.poll() is None, f"dovecot ended: {said}"
        assert time.monotonic() < end, f"dovecot did not come up: {said}"
        with suppress(OSError):
            found.line().logout()
            return
        time.sleep(0.05)


def _certify(folder: Path) -> None:
    """A certificate of its own for this machine, for a day."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
