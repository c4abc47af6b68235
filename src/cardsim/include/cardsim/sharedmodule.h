// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/module.h>

#include <mutex>

namespace yichuang::cardsim {

/** A module that its line (on a reader's thread) and its cards (on another) reach at the same time. */
class SharedModule
{
public:
    /** Runs `use(Module &)` alone and returns what it returns. */
    template<typename Use>
    auto with(Use use)
    {
        const std::lock_guard lock(m_mutex);
        return use(m_module);
    }

private:
    std::mutex m_mutex;
    Module m_module;
};

} // namespace yichuang::cardsim
