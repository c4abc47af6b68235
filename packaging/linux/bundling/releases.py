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
# Bytes; src/update/offer.cpp refuses a list with a larger file, or an empty one.
LARGEST = 1 << 30
# Kind and architecture, in the words of the list -> the one name of such a file: that under which it is packaged.
FILES = {
    ("appimage", "x86_64"): "yichuang-{version}-x86_64.AppImage",
    ("msi", "x86_64"): "yichuang-{version}-x64.msi",
}


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
    for (kind, architecture), form in FILES.items():
        path = folder / form.format(version=version)
        if path.exists():
            content = path.read_bytes()
            found.append({"kind": kind, "architecture": architecture, "name": path.name, "size": len(content),
                          "sha256": hashlib.sha256(content).hexdigest()})
    if not found:
        raise SystemExit(f"{folder} has no {' or '.join(form.format(version=version) for form in FILES.values())}")
    return found


def list_of(folder: pathlib.Path, channel: str) -> pathlib.Path:
    return folder / f"yichuang-{channel}.json"


def signature_of(path: pathlib.Path) -> pathlib.Path:
    return path.with_name(path.name + ".sig")


def fresh_of(path: pathlib.Path) -> pathlib.Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + ".new")


def parsed(path: pathlib.Path, document: bytes, channel: str) -> dict:
    """A signature says whose list it is, not which: that of another channel is not gone on from."""
    try:
        listed = json.loads(document)
    except ValueError:
        listed = None
    if not isinstance(listed, dict):
        raise SystemExit(f"{path} is no list")
    for name, asked in (("format", FORMAT), ("product", PRODUCT), ("channel", channel)):
        if listed.get(name) != asked:
            raise SystemExit(f"{path} is another list than its name says: {name} is {listed.get(name)!r}, not {asked!r}. Put the right one in its place, "
                             "or begin anew without it and with a higher --sequence")
    return listed


def read(folder: pathlib.Path, channel: str, keys: list[pathlib.Path], accept: bool = False) -> dict:
    """The list that is changed next. Whoever can write into the folder must not have a release of theirs signed with it: one of the
    keys has signed what lies there, or its owner has looked and says so (`accept`)."""
    path = list_of(folder, channel)
    if not path.exists():
        return {"format": FORMAT, "product": PRODUCT, "channel": channel, "sequence": 0, "releases": []}
    document = path.read_bytes()
    signature = signature_of(path)
    late = fresh_of(signature)
    signed = next((lines for lines in (signature, late) if lines.exists()
                   and any(is_signed_by(key, document, lines.read_text(encoding="utf-8", errors="replace")) for key in keys)), None)
    if signed is None and not accept:
        raise SystemExit(f"{path} is not signed with the key: somebody else changed it, or it was signed with another key. Look at what it lists "
                         "and take back what is wrong, then say --accept-list, or begin anew without it and with a higher --sequence")
    listed = parsed(path, document, channel)
    # The tool ended between list and signature: the last step is made good.
    if signed == late:
        late.replace(signature)
    return listed


def numbers(version: str) -> list[int]:
    """As desks compare versions: 0.2 and 0.2.0 are one."""
    found = [int(number) for number in re.findall("[0-9]+", version)]
    while found and found[-1] == 0:
        found.pop()
    return found


def check_words(channel: str, versions: list[str | None], days: int, schema: int | None) -> None:
    """What a desk would refuse is not signed."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,30}", channel):
        raise SystemExit(f"a channel is a word of small letters, digits and dashes, not '{channel}'")
    for version in versions:
        if version is not None and not (re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9}){1,3}", version) and numbers(version)):
            raise SystemExit(f"a version is two to four numbers with dots between them, not '{version}'")
    if schema is not None and schema < 1:
        raise SystemExit(f"a store's schema is a number from 1, not {schema}")
    if days < 1:
        raise SystemExit("a list holds for a day at least")


def signed_before(listed: dict, version: str) -> dict:
    """What was signed of a version, also if it was withdrawn since; empty when nothing was."""
    for one in [*listed["releases"], *listed.get("withdrawn", [])]:
        if numbers(one["version"]) == numbers(version):
            if one["version"] != version:
                raise SystemExit(f"to desks {version} is the version {one['version']}, which was signed before: say it as it stands there")
            return one
    return {}


def schema_of(listed: dict, version: str, replace_files: bool) -> int:
    """What was said of a release when it came into the list; of new files, that of the tree that they were built from."""
    known = {} if replace_files else signed_before(listed, version)
    if not known and version != metadata.version():
        raise SystemExit(f"this tree is version {metadata.version()}: run that of {version}, or say what store it works with (--store-schema)")
    return known["storeSchema"] if known else store_schema()


def drop(listed: dict, version: str) -> None:
    for place in ("releases", "withdrawn"):
        listed[place] = [one for one in listed.get(place, []) if one["version"] != version]


def withdraw(listed: dict, version: str | None) -> None:
    """Desks read no member "withdrawn"; it keeps what was said of the version, should it come again."""
    if version is None:
        raise SystemExit("say which version is withdrawn (--version)")
    gone = next((one for one in listed["releases"] if one["version"] == version), None)
    if gone is None:
        raise SystemExit(f"the list has no version {version}: nothing was withdrawn")
    drop(listed, version)
    listed["withdrawn"].append(gone)


def check_replaced(old: list[dict], new: list[dict]) -> None:
    """What was signed of a version stays as it is: desks of one version hold the same bytes, and nobody exchanges them by the next signature."""
    for file in old:
        if file not in new:
            raise SystemExit(f"{file['name']} is not what was signed as this version (SHA-256 {file['sha256']}, {file['size']} bytes): another file gets "
                             "another version; where it is meant all the same, say --replace-files")


def check_added(old: list[dict], new: list[dict]) -> None:
    """Nor does anybody get a file signed by putting it beside those of a version."""
    known = {file["name"] for file in old}
    for file in new:
        if file["name"] not in known:
            raise SystemExit(f"{file['name']} was not there when this version was signed (now SHA-256 {file['sha256']}, {file['size']} bytes): take it away, "
                             "or where it is yours and belongs to this version, say --add-files")


def put(listed: dict, release: dict, replace_files: bool = False, add_files: bool = False) -> list[dict]:
    """A release takes the place of one of the same version; what was said of that and is not said again stays. The files that nobody has signed yet."""
    version = release["version"]
    old = signed_before(listed, version)
    if old and not replace_files:
        check_replaced(old["files"], release["files"])
    if old and not add_files:
        check_added(old["files"], release["files"])
    merged = {"minimumVersion": "", "percent": 100, "notes": {}} | old | {name: value for name, value in release.items() if value is not None}
    drop(listed, version)
    listed["releases"].append(merged)
    return [file for file in release["files"] if file not in old.get("files", [])]


def check_sizes(files: list[dict]) -> None:
    """One that was cut off while it was copied would make desks refuse the whole list."""
    for file in files:
        if not 1 <= file["size"] <= LARGEST:
            raise SystemExit(f"{file['name']} has {file['size']} bytes: no desk takes such a file. Copy it again and publish it with --replace-files, or withdraw the version")


def check_files(listed: dict) -> None:
    """What desks refuse a whole list for: a file that none takes, or a choice between two."""
    for release in listed["releases"]:
        check_sizes(release["files"])
        seen = {}
        for file in release["files"]:
            other = seen.setdefault((file["kind"], file["architecture"]), file)
            if other is not file:
                raise SystemExit(f"{release['version']} lists both {other['name']} and {file['name']} for the same desks: publish it with --replace-files "
                                 "where only one of them is right, or withdraw it")


def write(folder: pathlib.Path, channel: str, listed: dict, keys: list[pathlib.Path], days: int, sequence: int | None = None) -> pathlib.Path:
    """List and signature, each whole or not at all. A reader in between finds a signature that does not fit, and comes again; so does the tool."""
    check_files(listed)
    now = datetime.datetime.now(datetime.timezone.utc)
    if sequence is not None and sequence <= listed["sequence"]:
        raise SystemExit(f"the sequence number must be above {listed['sequence']}: desktops refuse an older list")
    listed["sequence"] = sequence if sequence is not None else listed["sequence"] + 1
    listed["issued"], listed["expires"] = stamp(now), stamp(now + datetime.timedelta(days=days))
    document = json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True).encode()
    path = list_of(folder, channel)
    both = ((path, document), (signature_of(path), "".join(signature_line(key, document) for key in keys).encode()))
    for target, content in both:
        fresh_of(target).write_bytes(content)
        fresh_of(target).chmod(0o644)
    for target, _ in both:
        fresh_of(target).replace(target)
    return path
