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


def is_signed_by(key: pathlib.Path, document: bytes, signatures: str) -> bool:
    """Whether one of the lines is this key's signature of the document, by its public half."""
    own = [line.split()[2] for line in signatures.splitlines() if line.startswith(f"ed25519 {key_id(key)} ") and len(line.split()) == 3]
    with tempfile.TemporaryDirectory() as folder:
        plain, signature, public = (pathlib.Path(folder) / name for name in ("list", "signature", "public"))
        plain.write_bytes(document)
        subprocess.run(["openssl", "pkey", "-in", str(key), "-pubout", "-out", str(public)], check=True)
        for line in own:
            try:
                signature.write_bytes(base64.b64decode(line, validate=True))
            except ValueError:
                continue
            if subprocess.run(["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", str(public), "-in", str(plain), "-sigfile", str(signature)],
                              capture_output=True).returncode == 0:
                return True
    return False


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


def signature_of(path: pathlib.Path) -> pathlib.Path:
    return path.with_name(path.name + ".sig")


def fresh_of(path: pathlib.Path) -> pathlib.Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + ".new")


def read(folder: pathlib.Path, channel: str, keys: list[pathlib.Path], accept: bool = False) -> dict:
    """The list that is changed next. Whoever can write into the folder must not have a release of theirs signed with it: one of the
    keys has signed what lies there, or its owner has looked and says so (`accept`)."""
    path = folder / f"yichuang-{channel}.json"
    if not path.exists():
        return {"format": FORMAT, "product": PRODUCT, "channel": channel, "sequence": 0, "releases": []}
    document = path.read_bytes()
    signature = signature_of(path)
    # The tool ended between list and signature: the last step is made good.
    late = fresh_of(signature)
    for lines in (signature, late):
        if lines.exists() and any(is_signed_by(key, document, lines.read_text(encoding="utf-8", errors="replace")) for key in keys):
            if lines is late:
                late.replace(signature)
            return json.loads(document)
    if not accept:
        raise SystemExit(f"{path} is not signed with the key: somebody else changed it, or it was signed with another key. Look at what it lists "
                         "and take back what is wrong, then say --accept-list, or begin anew without it and with a higher --sequence")
    return json.loads(document)


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


def check_files(old: list[dict], new: list[dict]) -> None:
    """What was signed of a version stays as it is: desks of one version hold the same bytes, and nobody exchanges them by the next signature."""
    for file in old:
        if file not in new:
            raise SystemExit(f"{file['name']} is not what was signed as this version (SHA-256 {file['sha256']}, {file['size']} bytes): another file gets "
                             "another version; where it is meant all the same, say --replace-files")


def put(listed: dict, release: dict, replace_files: bool = False) -> None:
    """A release takes the place of one of the same version; what was said of that and is not said again stays."""
    old = next((one for one in listed["releases"] if one["version"] == release["version"]), {})
    if not replace_files:
        check_files(old.get("files", []), release["files"])
    merged = {"minimumVersion": "", "percent": 100, "notes": {}} | old | {name: value for name, value in release.items() if value is not None}
    listed["releases"] = [one for one in listed["releases"] if one["version"] != release["version"]] + [merged]


def write(folder: pathlib.Path, listed: dict, keys: list[pathlib.Path], days: int, sequence: int | None = None) -> pathlib.Path:
    """List and signature, each whole or not at all. A reader in between finds a signature that does not fit, and comes again; so does the tool."""
    now = datetime.datetime.now(datetime.timezone.utc)
    if sequence is not None and sequence <= listed["sequence"]:
        raise SystemExit(f"the sequence number must be above {listed['sequence']}: desktops refuse an older list")
    listed["sequence"] = sequence if sequence is not None else listed["sequence"] + 1
    listed["issued"], listed["expires"] = stamp(now), stamp(now + datetime.timedelta(days=days))
    document = json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True).encode()
    path = folder / f"yichuang-{listed['channel']}.json"
    both = ((path, document), (signature_of(path), "".join(signature_line(key, document) for key in keys).encode()))
    for target, content in both:
        fresh_of(target).write_bytes(content)
        fresh_of(target).chmod(0o644)
    for target, _ in both:
        fresh_of(target).replace(target)
    return path
