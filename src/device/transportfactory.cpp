// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/transportfactory.h>

#include "absenttransport.h"
#include "iodevicetransport.h"
#include "tcptransport.h"
#ifdef YICHUANG_HAVE_SERIALPORT
#include "serialtransport.h"
#elif defined(Q_OS_WIN)
#include "winserialtransport.h"
#endif

namespace yichuang::device {

using namespace Qt::StringLiterals;

std::unique_ptr<Transport> makeTransport(const ReaderUri &uri, const DemoDeviceFactory &demo)
{
    switch (uri.kind) {
    case ReaderUri::Kind::Serial:
#ifdef YICHUANG_HAVE_SERIALPORT
        return std::make_unique<SerialTransport>(uri.target, uri.baud);
#elif defined(Q_OS_WIN)
        return std::make_unique<WinSerialTransport>(uri.target, uri.baud);
#else
        return std::make_unique<AbsentTransport>(u"built without serial ports"_s);
#endif
    case ReaderUri::Kind::Tcp:
        return std::make_unique<TcpTransport>(uri.target, uri.port);
    case ReaderUri::Kind::Demo:
        if (demo)
            return std::make_unique<IoDeviceTransport>(demo);
        return std::make_unique<AbsentTransport>(u"no demo reader was given"_s);
    case ReaderUri::Kind::Hid:
        break;
    }
    return std::make_unique<AbsentTransport>(u"HID readers are not in this build"_s);
}

QStringList transportKinds()
{
#if defined(YICHUANG_HAVE_SERIALPORT) || defined(Q_OS_WIN)
    return {u"serial"_s, u"tcp"_s, u"demo"_s};
#else
    return {u"tcp"_s, u"demo"_s};
#endif
}

} // namespace yichuang::device
