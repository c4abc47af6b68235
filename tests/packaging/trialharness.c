/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
/* The runtime's trial with a program in place of the image: trialharness FILE VERSION PROGRAM [ARGUMENT…]. DIE_AT=n kills
 * this process in the place of its n-th change of a file (linked with --wrap for each of them). */
#include "trial.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

volatile bool told_to_end;

static int changes;

static void count(void)
{
    const char *at = getenv("DIE_AT");
    if (at && ++changes == atoi(at))
        kill(getpid(), SIGKILL);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_unlink(const char *name);
int __wrap_unlink(const char *name);
int __real_fsync(int file);
int __wrap_fsync(int file);
ssize_t __real_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size);
int __real_execv(const char *path, char *const arguments[]);
int __wrap_execv(const char *path, char *const arguments[]);

int __wrap_rename(const char *from, const char *to)
{
    count();
    return __real_rename(from, to);
}

int __wrap_unlink(const char *name)
{
    count();
    return __real_unlink(name);
}

int __wrap_fsync(int file)
{
    count();
    return __real_fsync(file);
}

ssize_t __wrap_write(int file, const void *bytes, size_t size)
{
    count();
    return __real_write(file, bytes, size);
}

int __wrap_execv(const char *path, char *const arguments[])
{
    count();
    return __real_execv(path, arguments);
}

static int start(void *what)
{
    const pid_t started = fork();
    if (started == 0) {
        trial_let_go();
        char **program = what;
        __real_execv(program[0], program);
        _exit(127);
    }
    return started;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    if (!trial_concerns(argv[1], argv[2])) {
        puts("no trial");
        return 0;
    }
    const int status = trial_run(argv[1], argv[2], argv + 3, start, argv + 3);
    printf("status %d\n", status);
    return 0;
}
