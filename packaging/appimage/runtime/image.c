/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "runtime.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void die_with(int code, const char *what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    exit(code);
}

void die(const char *what)
{
    die_with(127, what);
}

bool debugging(void)
{
    const char *value = getenv("APPIMAGE_DEBUG");
    return value && *value && strcmp(value, "0") != 0;
}

static bool read_at(int fd, void *to, size_t size, size_t offset)
{
    return pread(fd, to, size, (off_t)offset) == (ssize_t)size;
}

/* The image follows the last byte that belongs to the ELF file: a section, or the table of sections. */
static size_t end_of_elf(int fd)
{
    Elf64_Ehdr head;
    if (!read_at(fd, &head, sizeof head, 0) || memcmp(head.e_ident, ELFMAG, SELFMAG) != 0)
        return 0;
    size_t end = head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
    for (size_t i = 0; i < head.e_shnum; i++) {
        Elf64_Shdr section;
        if (!read_at(fd, &section, sizeof section, head.e_shoff + i * head.e_shentsize))
            return 0;
        if (section.sh_type != SHT_NOBITS && section.sh_offset + section.sh_size > end)
            end = section.sh_offset + section.sh_size;
    }
    return end;
}

void image_open(struct image *image)
{
    const ssize_t length = readlink("/proc/self/exe", image->path, sizeof image->path - 1);
    if (length < 0)
        die("/proc/self/exe");
    image->path[length] = 0;
    const int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        die(image->path);
    image->offset = end_of_elf(fd);
    close(fd);
    if (image->offset == 0) {
        errno = ENOEXEC;
        die(image->path);
    }
}
