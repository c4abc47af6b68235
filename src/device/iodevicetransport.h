// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/transportfactory.h>

namespace yichuang::device {

/** Any sequential QIODevice as a line: the demo's reader, or a test's. A fresh device is made at every opening. */
class IoDeviceTransport : public Transport
{
    Q_OBJECT

public:
    explicit IoDeviceTransport(DemoDeviceFactory factory);
    ~IoDeviceTransport() override;
    Q_DISABLE_COPY_MOVE(IoDeviceTransport)

    void open() override;
    void close() override;
    void write(const QByteArray &bytes) override;

private:
    void onGone();

    DemoDeviceFactory m_factory;
    std::unique_ptr<QIODevice> m_device;
};

} // namespace yichuang::device
