"""A virus scanner for the tests: clamd itself where it is installed, with one signature and nothing fetched."""

import hashlib
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# The file that every scanner knows and that harms nobody, in two pieces so that none finds it here.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MOST_KB = 200
PATIENCE = 20.0
_CONFIGURATION = """
DatabaseDirectory {folder}
LocalSocket {folder}/clamd.sock
Foreground yes
StreamMaxLength {most}K
"""


@contextmanager
def real_clamd(folder: Path) -> Iterator[Path]:
    """clamd itself, which knows EICAR only; its socket."""
    program = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
    assert program, "no clamd on this machine (Debian: apt-get install clamav-daemon)"
    digest = hashlib.md5(EICAR, usedforsecurity=False).hexdigest()  # as clamd's own file of hashes has it
    (folder / "eicar.hdb").write_text(f"{digest}:{len(EICAR)}:Eicar-Test-Signature\n")
    (folder / "clamd.conf").write_text(_CONFIGURATION.format(folder=folder, most=MOST_KB))
    process = subprocess.Popen([program, "-c", folder / "clamd.conf"], stdout=subprocess.DEVNULL)
    place, end = folder / "clamd.sock", time.monotonic() + PATIENCE
    while not place.exists():
        assert process.poll() is None, "clamd ended"
        assert time.monotonic() < end, "clamd did not come up"
        time.sleep(0.05)
    try:
        yield place
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def one_that_says(answer: bytes, *, pause: float = 0) -> Iterator[tuple[int, list[bytes]]]:
    """A scanner that says one thing whatever it hears, at a port; and what it heard."""
    heard: list[bytes] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = door.accept()
                with line, suppress(OSError):
                    line.settimeout(0.5)
                    heard.append(line.recv(1 << 16))
                    time.sleep(pause)
                    line.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield int(door.getsockname()[1]), heard
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    thread.join()
