// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/sharedmodule.h>

#include <QIODevice>
#include <QObject>
#include <atomic>
#include <memory>

namespace yichuang::cardsim {

/**
 * The reader of the demo: a tray lays cards on it and takes them off, a cable can be pulled. Lives on the main thread
 * and outlives the readers that use it; makeDevice() is for a reader's thread.
 */
class VirtualReader : public QObject
{
    Q_OBJECT

public:
    /** @param rate line pace in bit/s; 0 follows the module. */
    explicit VirtualReader(int rate = 0, QObject *parent = nullptr);

    void place(const CardFile &card);
    void remove();
    [[nodiscard]] bool hasCard() const;
    void inject(const Fault &fault);
    void unplug();
    void plug();
    [[nodiscard]] bool isPlugged() const { return m_isPlugged; }
    [[nodiscard]] const std::shared_ptr<SharedModule> &module() const { return m_module; }

    /** A fresh line to the module, on the caller's thread; null while the cable is pulled. */
    [[nodiscard]] std::unique_ptr<QIODevice> makeDevice();

Q_SIGNALS:
    void unplugged();

private:
    std::shared_ptr<SharedModule> m_module;
    int m_rate;
    std::atomic<bool> m_isPlugged = true;
};

} // namespace yichuang::cardsim
