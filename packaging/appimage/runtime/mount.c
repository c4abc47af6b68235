/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FUSE_USE_VERSION 32
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

/* Which fusermount mounted, and therefore unmounts; null: this process did, as root. */
static const char *mounter;

/* The protocol of fusermount, version 2 and 3 alike: the descriptor of /dev/fuse comes over _FUSE_COMMFD. */
static int receive_descriptor(int socket)
{
    char byte;
    struct iovec data = {&byte, 1};
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control;
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = control.room, .msg_controllen = sizeof control.room};
    ssize_t count;
    do
        count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (count <= 0 || !head || head->cmsg_type != SCM_RIGHTS)
        return -1;
    int fd;
    memcpy(&fd, CMSG_DATA(head), sizeof fd);
    return fd;
}

static void become_fusermount(const char *program, const char *folder, int socket)
{
    char number[16];
    snprintf(number, sizeof number, "%d", socket);
    setenv("_FUSE_COMMFD", number, 1);
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0 && !debugging())
        dup2(nowhere, STDERR_FILENO);
    execlp(program, program, "-o", "ro,nosuid,nodev,fsname=appimage,subtype=squashfuse", "--", folder, (char *)NULL);
    _exit(127);
}

static int mount_by(const char *program, const char *folder)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
        return -1;
    const pid_t child = fork();
    if (child == 0) {
        close(pair[1]);
        become_fusermount(program, folder, pair[0]);
    }
    close(pair[0]);
    const int fd = child > 0 ? receive_descriptor(pair[1]) : -1;
    close(pair[1]);
    if (child > 0)
        waitpid(child, NULL, 0);
    return fd;
}

static int mount_as_root(const char *folder)
{
    const int fd = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return -1;
    char options[128];
    snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0", fd);
    if (mount("appimage", folder, "fuse.squashfuse", MS_RDONLY | MS_NOSUID | MS_NODEV, options)) {
        close(fd);
        return -1;
    }
    return fd;
}

static int mount_somehow(const char *folder)
{
    static const char *const programs[] = {"fusermount3", "fusermount"};
    for (size_t i = 0; i < sizeof programs / sizeof programs[0]; i++) {
        const int fd = mount_by(programs[i], folder);
        if (fd >= 0) {
            mounter = programs[i];
            return fd;
        }
    }
    return geteuid() == 0 ? mount_as_root(folder) : -1;
}

static void unmount(const char *folder)
{
    if (mounter) {
        const pid_t child = fork();
        if (child == 0) {
            execlp(mounter, mounter, "-u", "-z", "-q", "--", folder, (char *)NULL);
            _exit(127);
        }
        if (child > 0)
            waitpid(child, NULL, 0);
    } else {
        umount2(folder, MNT_DETACH);
    }
    rmdir(folder);
}

static struct fuse_session *open_session(sqfs_ll *state, int fd)
{
    const struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,
        .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,
        .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,
        .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr,
        .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,
        .statfs = stfs_ll_op_statfs,
    };
    char name[] = "appimage";
    char *words[] = {name, NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(1, words);
    struct fuse_session *session = fuse_session_new(&arguments, &operations, sizeof operations, state);
    char spec[32];
    snprintf(spec, sizeof spec, "/dev/fd/%d", fd);
    return session && fuse_session_mount(session, spec) == 0 ? session : NULL;
}

/* Serves until the kernel ends the session or every holder of the other end of `alive` has gone. */
static void serve(struct fuse_session *session, int alive)
{
    struct fuse_buf buffer = {0};
    struct pollfd watched[2] = {{fuse_session_fd(session), POLLIN, 0}, {alive, 0, 0}};
    while (!fuse_session_exited(session)) {
        if (poll(watched, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            break;
        }
        if ((watched[1].revents & (POLLHUP | POLLERR)) || (watched[0].revents & (POLLERR | POLLNVAL | POLLHUP)))
            break;
        if (!(watched[0].revents & POLLIN))
            continue;
        const int received = fuse_session_receive_buf(session, &buffer);
        if (received == -EINTR)
            continue;
        if (received <= 0)
            break;
        fuse_session_process_buf(session, &buffer);
    }
    free(buffer.mem);
}

/* Lets go of the caller's terminal and pipes, so that `x=$(app)` returns when the app ends. */
static void detach_output(void)
{
    if (debugging())
        return;
    const int nowhere = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < 3; fd++)
        dup2(nowhere, fd);
}

_Noreturn static void be_server(const struct image *image, const char *folder, int ready, int alive)
{
    setsid();
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        signal(ignored[i], SIG_IGN);
    sqfs_ll *state = sqfs_ll_open(image->path, image->offset);
    const int fd = state ? mount_somehow(folder) : -1;
    if (fd < 0)
        _exit(1);
    struct fuse_session *session = open_session(state, fd);
    if (!session || write(ready, "y", 1) != 1) {
        unmount(folder);
        _exit(1);
    }
    close(ready);
    detach_output();
    if (chdir("/") == 0)
        serve(session, alive);
    unmount(folder);
    _exit(0);
}

int image_mount(const struct image *image, char *folder)
{
    int ready[2];
    int alive[2];
    if (!mkdtemp(folder))
        return -1;
    // The writing end of `alive` is inherited on purpose: children of the app may still read the image after it.
    if (pipe2(ready, O_CLOEXEC) || pipe(alive)) {
        rmdir(folder);
        return -1;
    }
    const pid_t server = fork();
    if (server == 0) {
        close(ready[0]);
        close(alive[1]);
        be_server(image, folder, ready[1], alive[0]);
    }
    close(ready[1]);
    close(alive[0]);
    char byte;
    ssize_t count = -1;
    do
        count = server > 0 ? read(ready[0], &byte, 1) : 0;
    while (count < 0 && errno == EINTR);
    close(ready[0]);
    if (count == 1)
        return alive[1];
    close(alive[1]);
    if (server > 0)
        waitpid(server, NULL, 0);
    rmdir(folder);
    errno = ENODEV;
    return -1;
}
