/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "trial.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

/* The program ends with the second when its options or settings are wrong. */
enum { most_starts = 3, refused_words = 2 };
/* What the version before is asked with: it ends with 0 where it would start with the other words and this machine's settings. */
static char question[] = "--check-options";

struct trial {
    bool failed;
    char to[64];
    char from[64];
    int starts;
};

static void beside(char *name, size_t size, const char *path, const char *suffix)
{
    snprintf(name, size, "%.4000s%s", path, suffix);
}

/* False when there is no such file, or it is none of ours. */
static bool trial_read(const char *path, struct trial *trial)
{
    char name[PATH_MAX];
    char text[512];
    char state[16];
    int end = -1;
    beside(name, sizeof name, path, ".trial");
    const int file = open(name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const ssize_t size = read(file, text, sizeof text - 1);
    close(file);
    if (size <= 0)
        return false;
    text[size] = '\0';
    if (sscanf(text, "yichuang-trial 1\nstate %15[a-z]\nto %63[0-9.]\nfrom %63[0-9.]\nstarts %d\n%n", state, trial->to, trial->from, &trial->starts, &end) != 4
        || end != size || trial->starts < 0)
        return false;
    trial->failed = strcmp(state, "failed") == 0;
    return trial->failed || strcmp(state, "trial") == 0;
}

static void sync_folder_of(const char *path)
{
    char copy[PATH_MAX];
    snprintf(copy, sizeof copy, "%.4000s", path);
    const int folder = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
}

/* True when name holds the text, on the disk. */
static bool put(const char *name, int flags, const char *text, int size)
{
    const int file = open(name, O_WRONLY | O_CLOEXEC | flags, 0644);
    if (file < 0)
        return false;
    const bool written = write(file, text, (size_t)size) == size && ftruncate(file, size) == 0 && fsync(file) == 0;
    close(file);
    return written;
}

/* Whole and on the disk, or as it was. On a full disk, where no second file has room, over what is there: it has its block already. */
static bool trial_write(const char *path, const struct trial *trial, bool *full)
{
    char name[PATH_MAX];
    char fresh[PATH_MAX];
    char text[512];
    beside(name, sizeof name, path, ".trial");
    beside(fresh, sizeof fresh, path, ".trial.new");
    const int size = snprintf(text, sizeof text, "yichuang-trial 1\nstate %s\nto %s\nfrom %s\nstarts %d\n", trial->failed ? "failed" : "trial",
                              trial->to, trial->from, trial->starts);
    if (!put(fresh, O_CREAT | O_TRUNC, text, size) || rename(fresh, name)) {
        unlink(fresh);
        *full = true;
        return put(name, 0, text, size);
    }
    sync_folder_of(path);
    return true;
}

static void trial_end(const char *path)
{
    char name[PATH_MAX];
    beside(name, sizeof name, path, ".trial");
    unlink(name);
    sync_folder_of(path);
}

/* The version before takes the place of this one and runs; returns only when there is none. Without a verdict the new version
 * may come again; so it may where the disk is full, which may be all that was wrong. */
static void go_back(const char *path, struct trial *trial, char **arguments, bool verdict)
{
    char previous[PATH_MAX];
    beside(previous, sizeof previous, path, ".previous");
    // First the word, then the deed: whoever dies in between does the deed again.
    trial->failed = verdict;
    bool full = false;
    if (access(previous, X_OK) == 0 && trial_write(path, trial, &full) && rename(previous, path) == 0) {
        sync_folder_of(path);
        if (full || !verdict)
            trial_end(path);
        fprintf(stderr, "%s: version %s did not start properly, going back to %s\n", arguments[0], trial->to, trial->from);
        // What this process did not hear the next program shall.
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        execv(path, arguments);
        perror(path);
        _exit(127);
    }
    trial_end(path);
}

bool trial_concerns(const char *path, const char *version)
{
    struct trial trial;
    return trial_read(path, &trial) && strcmp(trial.to, version) == 0;
}

static int wait_for(int child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/* Held on the file while a start is under way; the kernel lets go of it however this process ends. */
static int held = -1;

/* False while another start of this version is under way. Where a file system knows no locks each start is on its own. */
static bool hold(const char *path)
{
    held = open(path, O_RDONLY | O_CLOEXEC);
    return held < 0 || flock(held, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

void trial_let_go(void)
{
    if (held >= 0)
        close(held);
    held = -1;
}

/* A terminal, a session that ends: somebody wanted it so, and an unpacked copy says it the way a shell does. */
static bool was_asked_to_end(int status)
{
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status) - 128;
    return told_to_end || number == SIGINT || number == SIGQUIT || number == SIGTERM || number == SIGHUP;
}

/* What the version before ends with when it is asked whether it would start with these words; -1 where it cannot be asked. */
static int ask_previous(const char *path, char **arguments)
{
    char previous[PATH_MAX];
    beside(previous, sizeof previous, path, ".previous");
    if (access(previous, X_OK))
        return -1;
    size_t count = 0;
    while (arguments[count])
        count++;
    char *words[count + 2];
    words[0] = arguments[0];
    words[1] = question;
    memcpy(words + 2, arguments + 1, count * sizeof *arguments);
    const pid_t asked = fork();
    if (asked == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(previous, words);
        _exit(127);
    }
    const int status = asked > 0 ? wait_for(asked) : -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Starts that say nothing against the version: the power may still have gone meanwhile, so they were counted before. */
static void give_back(const char *path, struct trial *after, int starts)
{
    bool full = false;
    if (after->starts == 0)
        return;
    after->starts = after->starts > starts ? after->starts - starts : 0;
    trial_write(path, after, &full);
}

int trial_run(const char *path, const char *version, char **arguments, int (*start)(void *what), void *what)
{
    struct trial trial;
    // Desktops that are started together say nothing about the version before one of them has ended.
    if (!hold(path)) {
        trial_let_go();
        return wait_for(start(what));
    }
    int starts = 0;
    while (trial_read(path, &trial) && strcmp(trial.to, version) == 0) {
        if (trial.failed || trial.starts >= most_starts) {
            go_back(path, &trial, arguments, true);
            break;
        }
        trial.starts++;
        starts++;
        bool full = false;
        // A start that cannot be counted is no trial.
        if (!trial_write(path, &trial, &full))
            break;
        const int status = wait_for(start(what));
        struct trial after;
        const bool proved = !trial_read(path, &after) || strcmp(after.to, version) != 0;
        const bool in_peace = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        const int code = !proved && !after.failed && WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        if (code == no_display) {
            give_back(path, &after, starts);
            return status;
        }
        if (code == refused_words || code == no_room) {
            const int before = ask_previous(path, arguments);
            // It takes what this one refuses; or it finds room, whatever it says of the words.
            if (before == 0 || (code == no_room && before == refused_words)) {
                go_back(path, &after, arguments, code == refused_words);
                return status;
            }
            // The same is wrong for either. Nothing was tried.
            give_back(path, &after, 1);
            return status;
        }
        if (proved)
            return status;
        // Closed before it was proved: nothing is wrong with it yet, the next start asks again.
        if (was_asked_to_end(status) || (in_peace && !after.failed)) {
            give_back(path, &after, 1);
            return status;
        }
    }
    return wait_for(start(what));
}
