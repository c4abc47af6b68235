// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QString>

namespace yichuang::device {

/**
 * Where a reader is: "serial:/dev/ttyUSB0?baud=115200", "serial:COM3", "tcp:HOST:PORT", "demo:" or "hid:VID:PID".
 * HID is understood but not in this build; opening it says so (RDR-018).
 */
struct ReaderUri {
    enum class Kind { Serial, Tcp, Demo, Hid };

    Kind kind = Kind::Demo;
    QString target;     ///< port name or host
    int baud = 115200;  ///< serial only, bit/s
    quint16 port = 0;   ///< TCP only
    quint16 vendor = 0; ///< HID only
    quint16 product = 0;

    /** Error: RDR-017 with what is wrong in `detail`. */
    [[nodiscard]] static domain::Result<ReaderUri> parse(const QString &text);
    /** The shortest text that parses to the same value. */
    [[nodiscard]] QString text() const;
    friend bool operator==(const ReaderUri &, const ReaderUri &) = default;
};

} // namespace yichuang::device
