# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The signed list of releases that desktops read: made, changed, signed. Keys stay files that openssl alone reads."""
import base64
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

from . import metadata

FORMAT = 1
PRODUCT = "yichuang"
# Kind -> how its files are called. A desk takes its own kind alone.
FILES = {
    "appimage": re.compile(r"yichuang-(?P<version>[0-9.]+)-(?P<architecture>[a-z0-9_]+)\.AppImage"),
    "msi": re.compile(r"yichuang-(?P<version>[0-9.]+)-(?P<architecture>[a-z0-9_]+)\.msi"),
}
# Windows' word for a machine -> that of the list.
ARCHITECTURES = {"x64": "x86_64"}


def store_schema() -> int:
    text = (metadata.ROOT / "src/store/schema.h").read_text(encoding="utf-8")
    return int(re.search(r"schemaVersion = (\d+);", text)[1])


def new_key(path: pathlib.Path) -> pathlib.Path:
    """A private key readable by its owner only, and its public half beside it."""
    if path.exists():
        raise SystemExit(f"{path} exists; a key is never overwritten")
    previous = os.umask(0o077)
    try:
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", str(path)], check=True)
    finally:
        os.umask(previous)
    public = path.with_name(path.name + ".pub")
    subprocess.run(["openssl", "pkey", "-in", str(path), "-pubout", "-out", str(public)], check=True)
    return public


def key_id(key: pathlib.Path) -> str:
    der = subprocess.run(["openssl", "pkey", "-in", str(key), "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout
    if len(der) != 44 or not der.startswith(bytes.fromhex("302a300506032b6570032100")):
        raise SystemExit(f"{key} is no Ed25519 key")
    return hashlib.sha256(der[12:]).hexdigest()[:16]


def signature_line(key: pathlib.Path, document: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        plain, signature = pathlib.Path(folder) / "list", pathlib.Path(folder) / "signature"
        plain.write_bytes(document)
        subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", str(key), "-in", str(plain), "-out", str(signature)], check=True)
        return f"ed25519 {key_id(key)} {base64.b64encode(signature.read_bytes()).decode()}\n"


def stamp(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def files_of(folder: pathlib.Path, version: str) -> list[dict]:
    found = []
    for path in sorted(folder.iterdir()):
        for kind, names in FILES.items():
            named = names.fullmatch(path.name)
            if named and named["version"] == version:
                architecture = ARCHITECTURES.get(named["architecture"], named["architecture"])
                found.append({"kind": kind, "architecture": architecture, "name": path.name, "size": path.stat().st_size,
                              "sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
    if not found:
        raise SystemExit(f"{folder} has no yichuang-{version}-ARCHITECTURE.AppImage or .msi")
    return found


def read(folder: pathlib.Path, channel: str) -> dict:
    path = folder / f"yichuang-{channel}.json"
    if not path.exists():
        return {"format": FORMAT, "product": PRODUCT, "channel": channel, "sequence": 0, "releases": []}
    return json.loads(path.read_text(encoding="utf-8"))


def check_words(channel: str, versions: list[str | None], days: int) -> None:
    """What a desk would refuse is not signed."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,30}", channel):
        raise SystemExit(f"a channel is a word of small letters, digits and dashes, not '{channel}'")
    for version in versions:
        if version is not None and not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9}){1,3}", version):
            raise SystemExit(f"a version is two to four numbers with dots between them, not '{version}'")
    if days < 1:
        raise SystemExit("a list holds for a day at least")


def schema_of(listed: dict, version: str) -> int:
    """What was said of a release when it came into the list; of a new one, that of the tree that it was built from."""
    known = next((one["storeSchema"] for one in listed["releases"] if one["version"] == version), None)
    if known is None and version != metadata.version():
        raise SystemExit(f"this tree is version {metadata.version()}: run that of {version}, or say what store it works with (--store-schema)")
    return known if known is not None else store_schema()


def withdraw(listed: dict, version: str | None) -> None:
    if version is None:
        raise SystemExit("say which version is withdrawn (--version)")
    if not any(one["version"] == version for one in listed["releases"]):
        raise SystemExit(f"the list has no version {version}: nothing was withdrawn")
    listed["releases"] = [one for one in listed["releases"] if one["version"] != version]


def put(listed: dict, release: dict) -> None:
    """A release takes the place of one of the same version; what was said of that and is not said again stays."""
    old = next((one for one in listed["releases"] if one["version"] == release["version"]), {})
    merged = {"minimumVersion": "", "percent": 100, "notes": {}} | old | {name: value for name, value in release.items() if value is not None}
    listed["releases"] = [one for one in listed["releases"] if one["version"] != release["version"]] + [merged]


def write(folder: pathlib.Path, listed: dict, keys: list[pathlib.Path], days: int, sequence: int | None = None) -> pathlib.Path:
    """List and signature, each whole or not at all. A reader in between finds a signature that does not fit, and comes again."""
    now = datetime.datetime.now(datetime.timezone.utc)
    if sequence is not None and sequence <= listed["sequence"]:
        raise SystemExit(f"the sequence number must be above {listed['sequence']}: desktops refuse an older list")
    listed["sequence"] = sequence if sequence is not None else listed["sequence"] + 1
    listed["issued"], listed["expires"] = stamp(now), stamp(now + datetime.timedelta(days=days))
    document = json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True).encode()
    path = folder / f"yichuang-{listed['channel']}.json"
    for target, content in ((path, document), (path.with_name(path.name + ".sig"), "".join(signature_line(key, document) for key in keys).encode())):
        fresh = target.with_name(target.name + ".new")
        fresh.write_bytes(content)
        fresh.chmod(0o644)
        fresh.replace(target)
    return path
