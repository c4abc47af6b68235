/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "runtime.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* Room for the update information; the packer writes it into the finished file, readers look the section up by name. */
__attribute__((section(".upd_info"), used)) const char update_information[1024] = {0};

static const char help[] =
    "Options of the package itself; all others go to the program:\n"
    "  --appimage-extract            unpacks into squashfs-root\n"
    "  --appimage-extract-and-run    runs from an unpacked copy; so does APPIMAGE_EXTRACT_AND_RUN=1, and a system without FUSE\n"
    "  --appimage-mount              mounts, prints the folder and waits\n"
    "  --appimage-offset             where the squashfs image begins\n"
    "  --appimage-updateinformation  where newer ones come from\n"
    "  --appimage-version            version of this runtime\n"
    "Environment: TMPDIR, NO_CLEANUP=1 (keeps the unpacked copy), APPIMAGE_DEBUG=1\n";

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value && strcmp(value, "0") != 0;
}

/* A folder that programs may be run from: halls mount /tmp with noexec. */
static bool may_run_from(const char *folder)
{
    struct statvfs state;
    return access(folder, W_OK | X_OK) == 0 && statvfs(folder, &state) == 0 && !(state.f_flag & ST_NOEXEC);
}

static const char *temporary_folder(void)
{
    const char *named = getenv("TMPDIR");
    return named && *named ? named : "/tmp";
}

static void unpacking_folder(char *folder, size_t size)
{
    const char *home = getenv("HOME");
    char cache[PATH_MAX] = "";
    if (home && *home)
        snprintf(cache, sizeof cache, "%.4000s/.cache", home);
    const char *const places[] = {temporary_folder(), getenv("XDG_RUNTIME_DIR"), "/var/tmp", cache};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (places[i] && *places[i] && may_run_from(places[i])) {
            snprintf(folder, size, "%.4000s/appimage_extracted_XXXXXX", places[i]);
            return;
        }
    }
    errno = EACCES;
    die("no folder to unpack into; name one with TMPDIR");
}

static void run_from(const struct image *image, const char *folder, char **arguments)
{
    char program[PATH_MAX + 16];
    char here[PATH_MAX];
    snprintf(program, sizeof program, "%s/AppRun", folder);
    setenv("APPIMAGE", image->path, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(here, sizeof here))
        setenv("OWD", here, 1);
    arguments[0] = program;
    execv(program, arguments);
    die(program);
}

static volatile sig_atomic_t child;

static void pass_on(int number)
{
    if (child > 0)
        kill((pid_t)child, number);
}

/* Starts the program of an unpacked copy; what tells this process to end tells the program. */
static pid_t start_unpacked(const struct image *image, const char *folder, char **arguments)
{
    // A terminal sends the first two to the program as well.
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGTERM, pass_on);
    signal(SIGHUP, pass_on);
    // One that comes before the program's number is known waits until it is.
    sigset_t passed;
    sigset_t before;
    sigemptyset(&passed);
    sigaddset(&passed, SIGTERM);
    sigaddset(&passed, SIGHUP);
    sigprocmask(SIG_BLOCK, &passed, &before);
    const pid_t started = fork();
    if (started == 0) {
        static const int own[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            signal(own[i], SIG_DFL);
        sigprocmask(SIG_SETMASK, &before, NULL);
        run_from(image, folder, arguments);
    }
    child = started;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* Runs an unpacked copy and takes it away afterwards, also when told to end. */
static int run_unpacked(const struct image *image, char **arguments)
{
    char folder[PATH_MAX];
    unpacking_folder(folder, sizeof folder);
    if (!mkdtemp(folder))
        die(folder);
    if (image_extract(image, folder)) {
        const int why = errno;
        remove_tree(folder);
        errno = why;
        die("cannot unpack");
    }
    int status = 0;
    const pid_t started = start_unpacked(image, folder, arguments);
    while (started > 0 && waitpid(started, &status, 0) < 0 && errno == EINTR) {
    }
    if (!is_set("NO_CLEANUP"))
        remove_tree(folder);
    if (started < 0)
        die("fork");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Answers an option of the package itself; false when the first argument is none. */
static bool answered(const struct image *image, const char *option)
{
    if (strcmp(option, "--appimage-help") == 0) {
        fputs(help, stdout);
    } else if (strcmp(option, "--appimage-version") == 0) {
        puts("AppImage runtime of Yichuang " RUNTIME_VERSION);
    } else if (strcmp(option, "--appimage-offset") == 0) {
        printf("%zu\n", image->offset);
    } else if (strcmp(option, "--appimage-updateinformation") == 0) {
        // Filled in after compilation: through a volatile pointer, so that the compiler does not think it knows the text.
        const char *const volatile information = update_information;
        printf("%.1024s\n", information);
    } else if (strcmp(option, "--appimage-extract") == 0) {
        if (image_extract(image, "squashfs-root"))
            die("cannot unpack");
        puts("squashfs-root");
    } else {
        return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    struct image image;
    image_open(&image);
    const char *option = argc > 1 ? argv[1] : "";
    if (answered(&image, option))
        return 0;
    if (strcmp(option, "--appimage-extract-and-run") == 0) {
        argv[1] = argv[0];
        return run_unpacked(&image, argv + 1);
    }
    if (is_set("APPIMAGE_EXTRACT_AND_RUN"))
        return run_unpacked(&image, argv);
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.4000s/.mount_yichuangXXXXXX", temporary_folder());
    const bool mounted = image_mount(&image, folder) >= 0;
    if (strcmp(option, "--appimage-mount") == 0) {
        if (!mounted)
            die("cannot mount");
        puts(folder);
        fflush(stdout);
        pause();
        return 0;
    }
    if (!mounted)
        return run_unpacked(&image, argv);
    run_from(&image, folder, argv);
}
