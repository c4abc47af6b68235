// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/virtualreader.h>

#include <cardsim/paceddevice.h>

namespace yichuang::cardsim {

VirtualReader::VirtualReader(int rate, QObject *parent)
    : QObject(parent)
    , m_module(std::make_shared<SharedModule>())
    , m_rate(rate)
{
}

void VirtualReader::place(const CardFile &card)
{
    m_module->with([&card](Module &module) { module.place(card); });
}

void VirtualReader::remove()
{
    m_module->with([](Module &module) { module.remove(); });
}

bool VirtualReader::hasCard() const
{
    return m_module->with([](Module &module) { return module.hasCard(); });
}

void VirtualReader::inject(const Fault &fault)
{
    m_module->with([&fault](Module &module) { module.inject(fault); });
}

void VirtualReader::unplug()
{
    m_isPlugged = false;
    Q_EMIT unplugged();
}

void VirtualReader::plug()
{
    m_module->with([](Module &module) { module.powerCycle(); });
    m_isPlugged = true;
}

std::unique_ptr<QIODevice> VirtualReader::makeDevice()
{
    if (!m_isPlugged)
        return nullptr;
    auto device = std::make_unique<PacedDevice>(m_module, m_rate);
    connect(this, &VirtualReader::unplugged, device.get(), &PacedDevice::unplug);
    // The cable may have been pulled between the two lines above.
    return m_isPlugged ? std::move(device) : nullptr;
}

} // namespace yichuang::cardsim
