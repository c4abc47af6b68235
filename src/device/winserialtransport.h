// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/transport.h>

#include <memory>

namespace yichuang::device {

class WinPort;

/** A serial port of Windows (COM3), 8N1 without flow control (reference 1.2), where Qt SerialPort is not to be had. */
class WinSerialTransport : public Transport
{
    Q_OBJECT

public:
    WinSerialTransport(QString portName, int baud);
    ~WinSerialTransport() override;
    Q_DISABLE_COPY_MOVE(WinSerialTransport)

    void open() override;
    void close() override;
    void write(const QByteArray &bytes) override;
    bool setLineRate(int bitsPerSecond) override;
    [[nodiscard]] int lineRate() const override;

private:
    void onRead();
    void onWritten();
    void onGone();

    QString m_portName;
    int m_baud;
    std::unique_ptr<WinPort> m_port;
};

} // namespace yichuang::device
