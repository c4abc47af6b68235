/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef YICHUANG_APPIMAGE_RUNTIME_H
#define YICHUANG_APPIMAGE_RUNTIME_H

#include <stdbool.h>
#include <stddef.h>

/* The AppImage runtime: the static program in front of a squashfs image. It mounts the image and runs AppRun from it, or,
 * where there is no FUSE, unpacks it into a private folder, runs it there and takes the folder away again. */

/** The file that runs, and where in it the image begins. */
struct image {
    char path[4096];
    size_t offset;
};

/** Finds the running file and the end of its ELF part. Ends the program when it cannot. */
void image_open(struct image *image);

/** Unpacks the whole image into `folder` (made when absent): 0, or -1 with errno. Never writes outside it. */
int image_extract(const struct image *image, const char *folder);

/**
 * Mounts the image at a fresh folder made from `folder` (ends in XXXXXX) with fusermount3, fusermount, or as root by
 * itself, and serves it from a process of its own. Returns a descriptor that keeps the mount: when the last process
 * holding it ends, the image is unmounted and the folder removed. -1 when there is no FUSE; nothing is then left behind.
 */
int image_mount(const struct image *image, char *folder);

/** Removes a folder and all in it. */
void remove_tree(const char *folder);

/** Prints why and ends with 127, the shell's "cannot be run". */
_Noreturn void die(const char *what);

/** The same with another code. */
_Noreturn void die_with(int code, const char *what);

/** True when APPIMAGE_DEBUG is set: the mounting programs' own messages are then shown. */
bool debugging(void);

#endif
