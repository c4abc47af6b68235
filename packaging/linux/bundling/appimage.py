# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Folder to AppImage: image, runtime, update information, zsync file, signature."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from . import collect, debian, elf, licences, metadata, plan, spdx

HERE = pathlib.Path(__file__).resolve().parent.parent
RUNTIME = HERE.parent / "appimage/build-runtime"
UPDATE_SECTION = ".upd_info"


def launcher(target: pathlib.Path, files: str) -> None:
    """The script that starts the program of a bundle; `files` leads from its folder to the bundle."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text((HERE / "data/launcher").read_text(encoding="utf-8").replace("@FILES@", files), encoding="utf-8")
    target.chmod(0o755)


def linked_into_runtime() -> list[str]:
    """The packages whose files the linker really took into the static runtime."""
    with tempfile.TemporaryDirectory() as folder:
        out, linked = pathlib.Path(folder) / "runtime", pathlib.Path(folder) / "linked"
        subprocess.run([str(RUNTIME), str(out), metadata.version(), str(linked)], check=True)
        # An archive's line names the member after it: "(/usr/lib/libz.a)inflate.o" or, from newer linkers, "/usr/lib/libz.a(inflate.o)".
        files = {pathlib.Path(line.strip("()").split(")")[0].split("(")[0]) for line in linked.read_text().split("\n") if line}
    return sorted({debian.package(debian.owner(file)).name for file in files if not file.is_relative_to(tempfile.gettempdir())})


def make_appdir(program: pathlib.Path, appdir: pathlib.Path) -> collect.Bundle:
    shutil.rmtree(appdir, ignore_errors=True)
    bundle = collect.collect(program, appdir / "usr")
    spdx.write(bundle, licences.write(bundle, plan.COMPILED_IN + linked_into_runtime()))
    metadata.put_metadata(appdir / "usr/share")
    launcher(appdir / "AppRun", "usr")
    entry = f"{plan.APP_ID}.desktop"
    shutil.copyfile(appdir / "usr/share/applications" / entry, appdir / entry)
    (appdir / f"{plan.APP_ID}.png").write_bytes(metadata.icon(256))
    (appdir / ".DirIcon").symlink_to(f"{plan.APP_ID}.png")
    # Readers of AppImages look for the older name.
    (appdir / f"usr/share/metainfo/{plan.APP_ID}.appdata.xml").symlink_to(f"{plan.APP_ID}.metainfo.xml")
    return bundle


def make_image(appdir: pathlib.Path, image: pathlib.Path, level: int) -> None:
    image.unlink(missing_ok=True)
    collect.set_modes_and_times(appdir, metadata.epoch())
    # One processor: the order of blocks then never depends on the machine.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment["SOURCE_DATE_EPOCH"] = str(metadata.epoch())
    subprocess.run(["mksquashfs", str(appdir), str(image), "-root-owned", "-noappend", "-no-xattrs", "-comp", "zstd",
                    "-Xcompression-level", str(level), "-b", "256K", "-processors", "1", "-quiet", "-no-progress"],
                   check=True, env=environment)


def with_update_information(runtime: bytes, information: str) -> bytes:
    offset, size = elf.section(runtime, UPDATE_SECTION)
    text = information.encode()
    if len(text) >= size:
        raise SystemExit(f"the update address is longer than {size - 1} bytes")
    return runtime[:offset] + text.ljust(size, b"\0") + runtime[offset + size:]


def pack(appdir: pathlib.Path, out: pathlib.Path, update_address: str, level: int, version: str | None = None) -> None:
    """`version` is what the runtime knows itself by when it is on trial; it must be the program's own."""
    runtime_file, image = out.with_suffix(".runtime"), out.with_suffix(".squashfs")
    subprocess.run([str(RUNTIME), str(runtime_file), version or metadata.version()], check=True)
    make_image(appdir, image, level)
    runtime = with_update_information(runtime_file.read_bytes(), f"zsync|{update_address}.zsync")
    out.write_bytes(runtime + image.read_bytes())
    out.chmod(0o755)
    os.utime(out, (metadata.epoch(), metadata.epoch()))
    runtime_file.unlink()
    image.unlink()


def write_zsync(out: pathlib.Path, update_address: str) -> pathlib.Path:
    """What a client needs to fetch only the blocks that changed. It lies under the address that older AppImages know, and
    names this version's file beside it: both are put into the folder as they are."""
    target = out.with_name(update_address.rsplit("/", 1)[-1] + ".zsync")
    target.unlink(missing_ok=True)
    subprocess.run(["zsyncmake", "-u", out.name, "-f", out.name, "-o", str(target), str(out)], check=True)
    return target


def sign(path: pathlib.Path, key: str) -> pathlib.Path:
    signature = path.with_name(path.name + ".asc")
    signature.unlink(missing_ok=True)
    subprocess.run(["gpg", "--batch", "--yes", "--local-user", key, "--armor", "--output", str(signature), "--detach-sign", str(path)],
                   check=True)
    return signature
