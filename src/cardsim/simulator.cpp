// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/simulator.h>

namespace yichuang::cardsim {

Simulator::Simulator(std::unique_ptr<Endpoint> endpoint, int rate)
    : Simulator(std::move(endpoint), std::make_shared<SharedModule>(), rate)
{
}

Simulator::Simulator(std::unique_ptr<Endpoint> endpoint, std::shared_ptr<SharedModule> module, int rate)
    : m_module(std::move(module))
    , m_endpoint(std::move(endpoint))
    , m_line(m_module, rate)
{
    connect(m_endpoint.get(), &Endpoint::received, &m_line, &LinePacer::receive);
    connect(m_endpoint.get(), &Endpoint::hungUp, &m_line, &LinePacer::clear);
    connect(&m_line, &LinePacer::delivered, m_endpoint.get(), &Endpoint::send);
    connect(&m_line, &LinePacer::unplugRequested, this, [this] {
        unplug();
        Q_EMIT unpluggedByFault();
    });
}

domain::Result<void> Simulator::plug()
{
    m_module->with([](Module &module) { module.powerCycle(); });
    domain::Result<void> result = m_endpoint->plug();
    m_isPlugged = result.has_value();
    return result;
}

void Simulator::unplug()
{
    m_isPlugged = false;
    m_line.clear();
    m_endpoint->unplug();
}

} // namespace yichuang::cardsim
