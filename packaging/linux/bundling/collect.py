# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the tree that AppImage and self-contained package share: bin, lib, plugins, translations, share.

Libraries are taken as Debian built them, byte for byte: no rewriting of search paths is needed, because the launcher starts
the bundle's own loader with the bundle's own library folder. That also lets anyone swap one (LGPL) and lets the licence
check prove where each came from.
"""
import dataclasses
import os
import pathlib
import shutil

from . import debian, elf, plan

HERE = pathlib.Path(__file__).resolve().parent.parent


@dataclasses.dataclass
class Bundle:
    root: pathlib.Path
    # Place in the bundle -> file of this system that was copied there; our own files are not in it.
    copied: dict[str, pathlib.Path] = dataclasses.field(default_factory=dict)
    # Place -> component, for files that no package of this system brought.
    parts: dict[str, str] = dataclasses.field(default_factory=dict)
    # Place of a file of others -> components whose code is inside of it, besides the one it is of.
    carried: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    program: str = "bin/yichuang"
    # Our other programs beside it.
    helpers: list[str] = dataclasses.field(default_factory=list)

    def component(self, place: str) -> str:
        return self.parts.get(place) or debian.package(debian.owner(self.copied[place])).name

    def put(self, source: pathlib.Path, place: str) -> None:
        target = self.root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        real = source.resolve()
        shutil.copyfile(real, target)
        target.chmod(0o755 if place.startswith("bin/") else 0o644)
        self.copied[place] = source

    def put_own(self, source: pathlib.Path, place: str, mode: int = 0o644) -> None:
        target = self.root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(mode)


def add_libraries(bundle: Bundle, start: list[pathlib.Path]) -> None:
    """ldd follows the needs of needs, so one look at each root is enough."""
    for file in start:
        for name, path in sorted(elf.needed(file).items()):
            if f"lib/{name}" not in bundle.copied:
                bundle.put(path, f"lib/{name}")


def add_program(bundle: Bundle, program: pathlib.Path) -> None:
    bundle.put_own(program, "bin/yichuang", 0o755)
    elf.strip(bundle.root / "bin/yichuang")
    # Beside the program, so that /proc/self/exe, and with it qt.conf, is found through the loader.
    bundle.put(plan.LOADER, "bin/" + plan.LOADER.name)
    add_libraries(bundle, [program])


def add_plugins(bundle: Bundle) -> None:
    for folder, names in plan.QT_PLUGINS.items():
        needs = plan.NEEDS_LIBRARY.get(folder)
        if needs and f"lib/{needs}" not in bundle.copied:
            continue
        for name in names:
            source = plan.PLUGINS / name
            bundle.put(source, f"{folder}/{source.name}")
            add_libraries(bundle, [source])


def add_by_name(bundle: Bundle) -> None:
    for name in plan.BY_NAME:
        source = plan.LIBRARIES / name
        if f"lib/{name}" not in bundle.copied:
            bundle.put(source, f"lib/{name}")
        add_libraries(bundle, [source])


def add_data(bundle: Bundle) -> None:
    for source, place in plan.DATA.items():
        bundle.put(pathlib.Path(source), place)
    bundle.put_own(HERE / "data/qt.conf", "bin/qt.conf")
    bundle.put_own(HERE / "data/fonts.conf", "share/fontconfig/fonts.conf")
    # glib would otherwise load the system's modules, which may want a newer glib than this one.
    (bundle.root / "lib/gio-modules").mkdir(parents=True, exist_ok=True)


def check_origin(bundle: Bundle) -> None:
    changed = [str(path) for path in bundle.copied.values() if not debian.is_as_installed(path)]
    if changed:
        raise SystemExit("not as their packages brought them: " + ", ".join(changed))


def collect(program: pathlib.Path, root: pathlib.Path) -> Bundle:
    shutil.rmtree(root, ignore_errors=True)
    bundle = Bundle(root)
    add_program(bundle, program)
    add_plugins(bundle)
    add_by_name(bundle)
    add_data(bundle)
    check_origin(bundle)
    return bundle


def set_modes_and_times(root: pathlib.Path, epoch: int) -> None:
    """Everything gets one age and is open to all, whatever the umask of who builds: two builds are the same to the byte."""
    for path in [*sorted(root.rglob("*"), reverse=True), root]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def size_of(root: pathlib.Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
