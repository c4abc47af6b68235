/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "runtime.h"
#include "trial.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* Unpacks into the first of the usual places that lets it and has room; `folder` is then where. Ends the program when none does. */
static void unpack_somewhere(const struct image *image, char *folder, size_t size)
{
    const char *home = getenv("HOME");
    char cache[PATH_MAX] = "";
    if (home && *home)
        snprintf(cache, sizeof cache, "%.4000s/.cache", home);
    const char *const places[] = {temporary_folder(), getenv("XDG_RUNTIME_DIR"), "/var/tmp", cache};
    int why = EACCES;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (places[i] == cache && *cache)
            mkdir(cache, 0700);
        if (!places[i] || !*places[i] || !may_run_from(places[i]))
            continue;
        snprintf(folder, size, "%.4000s/appimage_extracted_XXXXXX", places[i]);
        if (mkdtemp(folder)) {
            if (image_extract(image, folder) == 0)
                return;
            why = errno;
            remove_tree(folder);
        } else {
            why = errno;
        }
        // A damaged image is one everywhere.
        if (why != ENOSPC && why != EDQUOT && why != EACCES && why != EROFS)
            break;
    }
    errno = why;
    die_with(why == ENOSPC || why == EDQUOT ? no_room : 127, "cannot unpack; TMPDIR names a folder with 120 MB of room");
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
volatile bool told_to_end;

static void pass_on(int number)
{
    told_to_end = true;
    if (child > 0)
        kill((pid_t)child, number);
}

/* Starts a process that does something and does not come back; what tells this process to end tells that one. */
static pid_t start_watched(void (*something)(void *what), void *what)
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
        trial_let_go();
        static const int own[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            signal(own[i], SIG_DFL);
        sigprocmask(SIG_SETMASK, &before, NULL);
        something(what);
        _exit(127);
    }
    if (started < 0)
        die("fork");
    child = started;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* What is run, from where, with which words. */
struct run {
    const struct image *image;
    const char *folder;
    char **arguments;
};

static void run_it(void *what)
{
    const struct run *run = what;
    run_from(run->image, run->folder, run->arguments);
}

/* Runs an unpacked copy and takes it away afterwards, also when told to end. */
static int run_unpacked(const struct image *image, char **arguments)
{
    char folder[PATH_MAX];
    unpack_somewhere(image, folder, sizeof folder);
    int status = 0;
    struct run run = {image, folder, arguments};
    const pid_t started = start_watched(run_it, &run);
    while (waitpid(started, &status, 0) < 0 && errno == EINTR) {
    }
    if (!is_set("NO_CLEANUP"))
        remove_tree(folder);
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

/* Mounts the image, or unpacks it where that cannot be, and runs the program from it. */
static int mount_and_run(const struct image *image, char **arguments)
{
    if (is_set("APPIMAGE_EXTRACT_AND_RUN"))
        return run_unpacked(image, arguments);
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.4000s/.mount_yichuangXXXXXX", temporary_folder());
    const bool mounted = image_mount(image, folder) >= 0;
    if (strcmp(arguments[1] ? arguments[1] : "", "--appimage-mount") == 0) {
        if (!mounted)
            die("cannot mount");
        puts(folder);
        fflush(stdout);
        pause();
        return 0;
    }
    if (!mounted)
        return run_unpacked(image, arguments);
    run_from(image, folder, arguments);
    return 127;
}

static void mount_and_run_it(void *what)
{
    const struct run *run = what;
    _exit(mount_and_run(run->image, run->arguments));
}

static int start_trial(void *what)
{
    return start_watched(mount_and_run_it, what);
}

/* Who asks for a version, a self-test or the store's state does not start the desktop, and a demo has nothing to prove itself
 * with: that is no trial of it. */
static bool asks_for_program(char **arguments)
{
    static const char *const questions[] = {"--version", "-v", "--help", "-h", "--selftest", "--check-store", "--check-options", "--demo", "--appimage-mount"};
    for (char **word = arguments + 1; arguments[0] && *word; word++) {
        for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
            if (strncmp(*word, questions[i], strlen(questions[i])) == 0)
                return false;
        }
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
        // The version before, and the one that this may become, are to be unpacked as well.
        setenv("APPIMAGE_EXTRACT_AND_RUN", "1", 1);
        argv[1] = argv[0];
        argv++;
    }
    if (asks_for_program(argv) && trial_concerns(image.path, RUNTIME_VERSION)) {
        struct run run = {&image, NULL, argv};
        const int status = trial_run(image.path, RUNTIME_VERSION, argv, start_trial, &run);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return mount_and_run(&image, argv);
}
