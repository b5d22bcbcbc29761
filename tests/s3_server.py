"""A real server of the S3 interface on this machine: OpenStack Swift with its `s3api`, of Debian's packages.

One disk, one copy, four small processes: enough to be told no by somebody who is not us.
"""

import http.client
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from openkader.register.bucket import Bucket
from openkader.register.bucket_signing import Keys

SECONDS = 30
KEY, SECRET, REGION = "openkader:documents", "only-for-tests", "eu-test"
READER = "openkader:reader"
_PYTHON = "/usr/bin/python3"  # of Debian, for which the packages are made
_KINDS = ("account", "container", "object")
_COMMON = """\
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
swift_dir = {folder}
devices = {folder}/disks
mount_check = false
workers = 0
user = {user}
log_level = ERROR
log_address = {folder}/log
"""
_STORE = """
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""
_PROXY = """
[pipeline:main]
pipeline = catch_errors cache s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:{nowhere}
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = eu-test
[filter:tempauth]
use = egg:swift#tempauth
user_{account}_{name} = {secret} .admin
user_{account}_reader = {secret}
"""

# Where each kind of thing lies: on the one disk.
_RINGS = """
import sys
from swift.common.ring import RingBuilder
for place, port in zip(sys.argv[1::2], sys.argv[2::2]):
    ring = RingBuilder(4, 1, 0)
    ring.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": int(port), "device": "d1",
                  "weight": 1.0, "replication_ip": "127.0.0.1", "replication_port": int(port), "meta": ""})
    ring.rebalance()
    ring.get_ring().save(place)
"""


def is_here() -> bool:
    """Whether Debian's packages are installed."""
    return all(shutil.which(f"swift-{kind}-server") for kind in ("proxy", *_KINDS))


@contextmanager
def s3_server(folder: Path) -> Iterator[str]:
    """The address of a server that keeps all it gets below this folder, as long as it is there."""
    ports = dict(zip((*_KINDS, "proxy", "nowhere"), _free_ports(5), strict=True))
    _write_settings(folder, ports)
    processes = [_started(kind, folder) for kind in (*_KINDS, "proxy")]
    try:
        for kind in (*_KINDS, "proxy"):
            _wait_for(ports[kind], folder / f"{kind}.out")
        yield f"http://127.0.0.1:{ports['proxy']}"
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(SECONDS)


def _started(kind: str, folder: Path) -> "subprocess.Popen[bytes]":
    with (folder / f"{kind}.out").open("wb") as out:
        return subprocess.Popen(
            [_PYTHON, f"/usr/bin/swift-{kind}-server", str(folder / f"{kind}.conf")],
            env={"PATH": os.environ["PATH"], "SWIFT_CONF_DIR": str(folder)},
            stdout=out,
            stderr=subprocess.STDOUT,
        )


def bucket_at(url: str, name: str, *, key: str = KEY, secret: str = SECRET) -> Bucket:
    """A bucket of that server; see `make` for one that is not there yet."""
    return Bucket(url=url, name=name, keys=Keys(key, secret, REGION), prefix="documents/")


def make(bucket: Bucket) -> Bucket:
    """The same bucket, which is there now."""
    made = bucket._sent("PUT", "", b"", time.monotonic() + SECONDS)
    assert made.status == 200, made
    return bucket


def environment_of(bucket: Bucket) -> dict[str, str]:
    """The settings that lead to it."""
    return {
        "OPENKADER_S3_URL": bucket.url,
        "OPENKADER_S3_BUCKET": bucket.name,
        "OPENKADER_S3_PREFIX": bucket.prefix,
        "OPENKADER_S3_REGION": bucket.keys.region,
        "OPENKADER_S3_KEY": bucket.keys.key,
        "OPENKADER_S3_SECRET": bucket.keys.secret,
        "OPENKADER_INNER": "127.0.0.1",
    }


def _write_settings(folder: Path, ports: dict[str, int]) -> None:
    (folder / "disks" / "d1").mkdir(parents=True)
    (folder / "swift.conf").write_text(
        "[swift-hash]\nswift_hash_path_suffix = tests\nswift_hash_path_prefix = tests\n"
        "[storage-policy:0]\nname = one\ndefault = yes\n"
    )
    user = pwd.getpwuid(os.getuid()).pw_name
    for kind in _KINDS:
        head = _COMMON.format(port=ports[kind], folder=folder, user=user)
        (folder / f"{kind}.conf").write_text(head + _STORE.format(kind=kind))
    rings = [word for kind in _KINDS for word in (str(folder / f"{kind}.ring.gz"), str(ports[kind]))]
    subprocess.run([_PYTHON, "-c", _RINGS, *rings], check=True)
    account, _, name = KEY.partition(":")
    head = _COMMON.format(port=ports["proxy"], folder=folder, user=user)
    more = _PROXY.format(nowhere=ports["nowhere"], account=account, name=name, secret=SECRET)
    (folder / "proxy.conf").write_text(head + more)


def _free_ports(number: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [int(one.getsockname()[1]) for one in taken]
    for one in taken:
        one.close()
    return ports


def _wait_for(port: int, said: Path) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            line.request("GET", "/healthcheck")
            line.getresponse().read()
            line.close()
            return
        time.sleep(0.05)
    pytest.fail(f"no server at {port}: {said.read_text()[-2000:]}")
