// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/readeruri.h>
#include <device/transport.h>

#include <QIODevice>
#include <QStringList>
#include <functional>
#include <memory>

namespace yichuang::device {

/** Makes the in-process device behind "demo:"; called on the reader's thread at every opening. */
using DemoDeviceFactory = std::function<std::unique_ptr<QIODevice>()>;
/** Makes the transport for a URI; called on the reader's thread. */
using TransportFactory = std::function<std::unique_ptr<Transport>(const ReaderUri &)>;

/** Serial, TCP, demo device, or a transport that answers RDR-018 for what this build does not have. Never null. */
[[nodiscard]] std::unique_ptr<Transport> makeTransport(const ReaderUri &uri, const DemoDeviceFactory &demo);

/** The kinds of reader that this build can open, by the scheme of their URI: "serial", "tcp", "demo". */
[[nodiscard]] QStringList transportKinds();

} // namespace yichuang::device
