// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/endpoint.h>
#include <cardsim/linepacer.h>

#include <memory>

namespace yichuang::cardsim {

/** A whole reader on an endpoint: module, line and place to connect. Used by the program and by tests. */
class Simulator : public QObject
{
    Q_OBJECT

public:
    /** @param rate line pace in bit/s; 0 follows the module. */
    Simulator(std::unique_ptr<Endpoint> endpoint, int rate);
    /** Another way to a module that is there already. */
    Simulator(std::unique_ptr<Endpoint> endpoint, std::shared_ptr<SharedModule> module, int rate);

    [[nodiscard]] domain::Result<void> plug();
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_isPlugged; }
    [[nodiscard]] SharedModule &module() { return *m_module; }
    [[nodiscard]] QString readerUri() const { return m_endpoint->readerUri(); }

Q_SIGNALS:
    /** A fault pulled the plug. */
    void unpluggedByFault();

private:
    std::shared_ptr<SharedModule> m_module;
    std::unique_ptr<Endpoint> m_endpoint;
    LinePacer m_line;
    bool m_isPlugged = false;
};

} // namespace yichuang::cardsim
