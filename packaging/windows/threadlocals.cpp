// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Part of every program that MinGW makes, see yichuang_program.
#include <cxxabi.h>

namespace {

/**
 * MinGW keeps a thread's thread_local objects on the heap. When the thread ends, one thread-specific key frees that memory and
 * another key, libstdc++'s, destroys the objects in it; what was made first is done first. By itself the freeing comes first,
 * since a thread_local is touched before it is registered for destruction, and the destructors work on freed memory: Qt's, of a
 * regular expression's stack, crashed the program when the demo's exchange stopped. Registering something before any
 * thread_local is touched turns the order round.
 */
class DestroyBeforeFreeing
{
public:
    DestroyBeforeFreeing()
    {
        abi::__cxa_thread_atexit([](void *) {}, this, nullptr);
    }
};

// Before every other object of the program, each of which may touch a thread_local.
[[gnu::init_priority(101)]] const DestroyBeforeFreeing first;

} // namespace
