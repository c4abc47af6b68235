/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>
#include <squashfuse/traverse.h>

static int write_all(int fd, const char *bytes, size_t count)
{
    while (count > 0) {
        const ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno != EINTR)
            return -1;
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
    return 0;
}

static int copy_content(sqfs *fs, sqfs_inode *inode, int fd)
{
    static char buffer[256 * 1024];
    uint64_t offset = 0;
    while (offset < inode->xtra.reg.file_size) {
        sqfs_off_t count = sizeof buffer;
        if (sqfs_read_range(fs, inode, (sqfs_off_t)offset, &count, buffer) || count <= 0) {
            errno = EIO;
            return -1;
        }
        if (write_all(fd, buffer, (size_t)count))
            return -1;
        offset += (uint64_t)count;
    }
    return 0;
}

static int extract_file(sqfs *fs, sqfs_inode *inode, const char *path)
{
    const mode_t mode = inode->base.mode & 0755;
    unlink(path);
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode ? mode : 0644);
    if (fd < 0)
        return -1;
    const int copied = copy_content(fs, inode, fd);
    return close(fd) || copied ? -1 : 0;
}

static int extract_link(sqfs *fs, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size))
        return -1;
    unlink(path);
    return symlink(target, path);
}

/* Names come from a file that anyone may have made. */
static bool leaves_folder(const char *path)
{
    for (const char *part = path; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (part[0] == '.' && part[1] == '.' && (part[2] == 0 || part[2] == '/'))
            return true;
    }
    return false;
}

static int extract_entry(sqfs *fs, sqfs_traverse *at, const char *root)
{
    char path[PATH_MAX];
    if (leaves_folder(at->path)) {
        errno = EINVAL;
        return -1;
    }
    if ((size_t)snprintf(path, sizeof path, "%s/%s", root, at->path) >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    sqfs_inode inode;
    if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode(&at->entry))) {
        errno = EIO;
        return -1;
    }
    const mode_t mode = (mode_t)sqfs_dentry_mode(&at->entry);
    if (S_ISDIR(mode))
        return mkdir(path, 0755) && errno != EEXIST ? -1 : 0;
    if (S_ISLNK(mode))
        return extract_link(fs, &inode, path);
    return S_ISREG(mode) ? extract_file(fs, &inode, path) : 0;
}

int image_extract(const struct image *image, const char *folder)
{
    sqfs fs;
    sqfs_traverse at;
    sqfs_err error = SQFS_OK;
    if (mkdir(folder, 0700) && errno != EEXIST)
        return -1;
    if (sqfs_open_image(&fs, image->path, image->offset)) {
        errno = EIO;
        return -1;
    }
    if (sqfs_traverse_open(&at, &fs, sqfs_inode_root(&fs))) {
        sqfs_destroy(&fs);
        errno = EIO;
        return -1;
    }
    int result = 0;
    while (result == 0 && sqfs_traverse_next(&at, &error)) {
        if (!at.dir_end)
            result = extract_entry(&fs, &at, folder);
    }
    const int why = error ? EIO : errno;
    sqfs_traverse_close(&at);
    sqfs_destroy(&fs);
    errno = why;
    return error ? -1 : result;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    (void)at;
    return remove(path);
}

void remove_tree(const char *folder)
{
    nftw(folder, remove_one, 32, FTW_DEPTH | FTW_PHYS);
}

/* Debian's libsquashfuse names LZO, which is GPL; our images are zstd, so an image in LZO is refused instead. */
int lzo1x_decompress_safe(const unsigned char *from, size_t size, unsigned char *to, size_t *room, void *memory);
int lzo1x_decompress_safe(const unsigned char *from, size_t size, unsigned char *to, size_t *room, void *memory)
{
    (void)from;
    (void)size;
    (void)to;
    (void)room;
    (void)memory;
    return -1;
}
