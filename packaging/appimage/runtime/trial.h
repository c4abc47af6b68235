/* SPDX-FileCopyrightText: 2026 The Yichuang authors
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef YICHUANG_APPIMAGE_TRIAL_H
#define YICHUANG_APPIMAGE_TRIAL_H

#include <stdbool.h>

/** What the runtime ends with when nothing is wrong but that no folder has room to unpack into. */
enum { no_room = 75 };
/** What the program ends with when it finds no display, and nothing is wrong with itself. */
enum { no_display = 69 };

/* A version that was just put into the place of another is on trial: "FILE.trial" beside it says so, in the few lines that
 * src/update/trial.cpp describes. The program takes the file away once it has opened the store, shown its window and worked
 * on for a while, or ended well. */

/**
 * True when the file at `path`, whose version is `version`, is on trial, or did not stand one and is still here. Anything
 * else beside it, damaged or of another version, is not looked at.
 */
bool trial_concerns(const char *path, const char *version);

/**
 * Runs the program as often as the trial allows: `start` gives the number of a process that runs it. Returns its status, as
 * waitpid gives it, when it stood the trial, ended in peace, was told to end, found no room to unpack (no_room) or no display
 * (no_display), or refused its words or the machine's settings (exit code 2) and the version before, asked with --check-options,
 * refuses them too: but for the first, none of these is counted once it has ended. Nor are the starts of this call before one
 * that finds no display: a screen that goes takes its programs along. When it did not stand it, or the version before takes what it
 * refuses, that one takes the file's place again and runs with these arguments; this then does not return. Where there is none
 * to go back to, the trial is over and the program runs as it would without one. A start beside another one that is under way
 * does not count.
 */
int trial_run(const char *path, const char *version, char **arguments, int (*start)(void *what), void *what);

/** For the process that `start` makes: whether a start is under way is known by its parent alone. */
void trial_let_go(void);

/** True once a signal that asks a program to end was passed on. */
extern volatile bool told_to_end;

#endif
