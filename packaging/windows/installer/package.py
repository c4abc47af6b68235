# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Folder to MSI: WiX source, wixl, the tables it has no words for, the Chinese words, the signature."""
import datetime
import hashlib
import os
import pathlib
import re
import subprocess
import tempfile

from bundling import metadata

from . import tables, texts, wix


def content_of(stage: pathlib.Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(stage.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(stage).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def frozen(command: list[str], folder: pathlib.Path) -> None:
    """With the clock at the moment of the commit: the tools write it into what they make."""
    moment = datetime.datetime.fromtimestamp(metadata.epoch(), datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
    subprocess.run(["faketime", "-f", moment, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, env=dict(os.environ, TZ="UTC"))


def import_tables(msi: pathlib.Path, work: pathlib.Path) -> None:
    forced = {"_ForceCodepage": f"\r\n\r\n{texts.CODEPAGE}\t_ForceCodepage\r\n"}
    for name, text in {**forced, **tables.searches(), **tables.action_tables()}.items():
        path = work / f"{name}.idt"
        path.write_bytes(text.encode("ascii"))
        frozen(["msibuild", str(msi), "-i", str(path)], work)


def run_statements(msi: pathlib.Path, work: pathlib.Path) -> None:
    command = ["msibuild", str(msi)]
    for one in [*tables.statements(), *(texts.statement(one) for one in texts.ALL)]:
        command += ["-q", one]
    frozen(command, work)


def version_fault(version: str) -> str | None:
    """Windows Installer compares three numbers of 8, 8 and 16 bits, and looks at nothing behind them."""
    parts = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version, re.ASCII)
    if parts and all(int(part) <= most for part, most in zip(parts.groups(), (255, 255, 65535))):
        return None
    return f"{version}: an MSI's version is three numbers, up to 255.255.65535"


def pack(stage: pathlib.Path, icon: pathlib.Path, version: str, out: pathlib.Path) -> None:
    if wrong := [*texts.faults(), *filter(None, [version_fault(version)])]:
        raise SystemExit("; ".join(wrong))
    # The tools run in folders of their own: a path of the caller's would mean another place there.
    stage, out = stage.resolve(), out.resolve()
    with tempfile.TemporaryDirectory(dir=stage.parent) as folder:
        work = pathlib.Path(folder)
        source = work / "yichuang.wxs"
        (work / "yichuang.ico").write_bytes(icon.read_bytes())
        os.utime(work / "yichuang.ico", (metadata.epoch(), metadata.epoch()))
        source.write_text(wix.Source(stage, version).text(f"{work.name}/yichuang.ico"), encoding="utf-8")
        msi = work / "made.msi"
        frozen(["wixl", "-a", "x64", "-o", str(msi), str(source)], stage.parent)
        import_tables(msi, work)
        run_statements(msi, work)
        # Title, author, platform and language, and a package code that follows from the content.
        code = wix.guid("package", version, content_of(stage))
        frozen(["msibuild", str(msi), "-s", f"Yichuang {version}", texts.MANUFACTURER.ascii, "x64;2052", code], work)
        out.write_bytes(msi.read_bytes())


def sign(path: pathlib.Path, certificate: pathlib.Path, key: pathlib.Path, timestamp: str | None) -> None:
    """Authenticode, over the file and, for an MSI, what its signature must protect besides."""
    signed = path.with_suffix(path.suffix + ".signed")
    command = ["osslsigncode", "sign", "-certs", str(certificate), "-key", str(key), "-h", "sha256", "-n", "Yichuang"]
    command += ["-ts", timestamp] if timestamp else ["-time", str(metadata.epoch())]
    command += ["-add-msi-dse"] if path.suffix == ".msi" else []
    subprocess.run([*command, "-in", str(path), "-out", str(signed)], check=True, stdout=subprocess.DEVNULL)
    signed.replace(path)
