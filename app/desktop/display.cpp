// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "display.h"

#include <QLibrary>

namespace yichuang::app {

using namespace Qt::StringLiterals;

bool isDisplayThere()
{
#ifdef Q_OS_UNIX
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool isX = platform.isEmpty() || platform == "xcb" || platform.startsWith("xcb:");
    if (!isX || (platform.isEmpty() && !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")))
        return true;
    // The library that the toolkit's plug-in loads anyhow; this program is linked with nothing of X.
    QLibrary xcb(u"xcb"_s, 1);
    const auto connect = reinterpret_cast<void *(*)(const char *display, int *screen)>(xcb.resolve("xcb_connect"));
    const auto faultOf = reinterpret_cast<int (*)(void *connection)>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<void (*)(void *connection)>(xcb.resolve("xcb_disconnect"));
    if (!connect || !faultOf || !disconnect)
        return true;
    // Never null; one that failed wants its end as well.
    void *connection = connect(nullptr, nullptr);
    const bool there = faultOf(connection) == 0;
    disconnect(connection);
    return there;
#else
    return true;
#endif
}

} // namespace yichuang::app
