# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""From the start of the process to the first paint when nothing of it is in memory: the desktop on an existing profile
with its key in the keychain, against an empty QMainWindow.

cold.py FOLDER_OF_THE_PROGRAMS ROUNDS [SECONDS]     wants a Secret Service; SECONDS: how long to wait for others (30)

Before each start every file that either of the two programs maps (itself, libraries, plug-ins, fonts, caches of fonts,
translations) and the profile are put out of the page cache by posix_fadvise(DONTNEED), the same for both, and the two take
turns. The system keeps a page that any other process maps, so both start from copies of these files, bound over the files
in a mount namespace of their own; where that is not allowed, from the files themselves. mincore tells what stays: when it is
more than a tenth of what a start needs, the start would not be cold, and no figure is printed. Left as they are: what the
system knows of names and places of files, the keychain and the display, which run already.
"""
import ctypes
import json
import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time

MOST_LEFT = 0.10     # of what is in memory after a start
LONGEST = 60         # seconds for a start
SYSTEM = ctypes.CDLL(None, use_errno=True)
NEW_MOUNTS, NEW_USER, BIND, PRIVATE = 0x00020000, 0x10000000, 0x1000, 0x40000 | 0x4000  # of <sched.h> and <sys/mount.h>
SYSTEM.mmap.restype = ctypes.c_void_p
SYSTEM.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
SYSTEM.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
SYSTEM.mount.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p]
SYSTEM.mincore.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]


def give_up(why):
    print(f"bench: no figure of a cold start: {why}", file=sys.stderr)
    sys.exit(1)


def start(program, arguments):
    """Moments by word in ms from the start of the process, and the files that it mapped."""
    begun = time.monotonic_ns()
    child = subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, text=True)
    try:
        printed = child.communicate(timeout=LONGEST)[0]
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        give_up(f"{program} did not end")
    if child.returncode != 0:
        give_up(f"{program} ended with {child.returncode}")
    lines = [line.split(" ", 1) for line in printed.splitlines() if " " in line]
    moments = {word: (int(value) - begun) / 1e6 for word, value in lines if word != "file"}
    if "painted" not in moments:
        give_up(f"{program} painted nothing")
    return moments, {value for word, value in lines if word == "file"}


def pages_in_memory(path):
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size == 0:
            return 0
        place = SYSTEM.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, file.fileno(), 0)
        if place == ctypes.c_void_p(-1).value:
            give_up(f"{path} cannot be looked at")
        told = ctypes.create_string_buffer((size + mmap.PAGESIZE - 1) // mmap.PAGESIZE)
        asked = SYSTEM.mincore(place, size, told)
        SYSTEM.munmap(place, size)
        if asked != 0:
            give_up(f"the system does not say what of {path} is in memory")
        return sum(page & 1 for page in told.raw)


def copied(files, folder):
    """Binds a copy over each file, for this process and those that it starts; False where the system does not allow it."""
    user, group = os.geteuid(), os.getegid()
    if SYSTEM.unshare(NEW_MOUNTS | (0 if user == 0 else NEW_USER)) != 0:
        return False
    if user != 0:
        for name, said in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(said)
    if SYSTEM.mount(b"none", b"/", None, PRIVATE, None) != 0:
        return False
    for number, path in enumerate(sorted(files)):
        copy = os.path.join(folder, str(number))
        shutil.copy(path, copy)
        if SYSTEM.mount(os.fsencode(copy), os.fsencode(path), None, BIND, None) != 0:
            give_up(f"the copy of {path} cannot be put in its place")
    return True


class Cache:
    """The files of both programs in the page cache."""

    def __init__(self, files, folder, patience):
        self.mapped, self.folder, self.patience = files, folder, patience
        unknown = [path for path in files if os.stat(path).st_uid != os.geteuid() and not os.access(path, os.W_OK)]
        if unknown and os.geteuid() != 0:
            give_up(f"the system tells only root what of {unknown[0]} is in memory")
        self.warm = 0         # pages in memory after a start of both
        self.most_left = 0.0  # the greatest share of them that stayed when they were to be put out

    def files(self):
        kept = [os.path.join(path, name) for path, _, names in os.walk(self.folder) for name in names]
        return [path for path in {*self.mapped, *kept} if os.path.isfile(path)]

    def pages(self):
        return {path: pages_in_memory(path) for path in self.files()}

    def put_out(self):
        for path in self.files():
            with open(path, "rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    def empty(self):
        """Puts all files out; waits for others to let go of what they map."""
        until = time.monotonic() + self.patience
        while True:
            self.put_out()
            pages = self.pages()
            left = sum(pages.values()) / self.warm
            if left <= MOST_LEFT:
                self.most_left = max(self.most_left, left)
                return
            if time.monotonic() > until:
                most = sorted(pages, key=pages.get)[-3:]
                give_up(f"{left:.0%} of what a start needs stays in memory, as others map it or the folder is no disk: {', '.join(reversed(most))} …")
            time.sleep(0.5)


def at(values, share):
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def main():
    folder, rounds, patience = sys.argv[1], int(sys.argv[2]), float((sys.argv + ["30"])[3])
    desktop, empty = os.path.join(folder, "desktopstart"), os.path.join(folder, "emptywindow")
    # Beside the programs, as a temporary folder may be memory.
    with tempfile.TemporaryDirectory(prefix="cold-", dir=folder) as work:
        profile, copies = os.path.join(work, "profile"), os.path.join(work, "copies")
        os.mkdir(copies)
        programs = {desktop: [profile], empty: []}
        start(desktop, [profile])  # makes the profile and its key
        files = set().union(*(start(program, arguments)[1] for program, arguments in programs.items()))
        if not {os.path.realpath(program) for program in programs} <= {os.path.realpath(path) for path in files}:
            give_up("the programs do not tell which files they map")
        files = {path for path in files if os.path.isfile(path) and not path.startswith(work)}
        how = "copies of them" if copied(files, copies) else "themselves, which others may map too"
        cache = Cache(files, profile, patience)
        cache.put_out()
        for program, arguments in programs.items():
            start(program, arguments)
        cache.warm = sum(cache.pages().values())
        painted, ready = {program: [] for program in programs}, []
        for number in range(rounds):
            for program in (desktop, empty) if number % 2 == 0 else (empty, desktop):
                cache.empty()
                moments = start(program, programs[program])[0]
                painted[program].append(moments["painted"])
                if program == desktop:
                    ready.append(moments["ready"])
        needed = cache.warm * mmap.PAGESIZE / (1 << 20)
        print(f"cold start: {len(files)} files, {how}, put out by posix_fadvise before each start; of the {needed:.0f} MB that stand in"
              f" memory after one, {cache.most_left:.1%} stayed at most", file=sys.stderr)
        for name, ours, aim in (("first-paint", painted[desktop], "ratio <= 1.5"), ("sign-in-page", ready, "")):
            for share in (50, 95):
                mine, bare = at(ours, share / 100), at(painted[empty], share / 100)
                print(json.dumps({"name": f"start.cold.{name}.p{share}", "ours": round(mine, 3), "baseline": round(bare, 3),
                                  "unit": "ms", "ratio": round(mine / bare, 2), "aim": aim}))


if __name__ == "__main__":
    main()
