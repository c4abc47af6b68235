// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "display.h"

#include <QLibrary>
#include <QStringList>
#include <optional>

namespace yichuang::app {

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

namespace {

/** Null where it cannot be asked: the toolkit then finds out. */
std::optional<bool> answersX()
{
    // The library that the toolkit's plug-in loads anyhow; this program is linked with nothing of X.
    QLibrary xcb(u"xcb"_s, 1);
    const auto connect = reinterpret_cast<void *(*)(const char *display, int *screen)>(xcb.resolve("xcb_connect"));
    const auto faultOf = reinterpret_cast<int (*)(void *connection)>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<void (*)(void *connection)>(xcb.resolve("xcb_disconnect"));
    if (!connect || !faultOf || !disconnect)
        return std::nullopt;
    // Never null; one that failed wants its end as well.
    void *connection = connect(nullptr, nullptr);
    const bool there = faultOf(connection) == 0;
    disconnect(connection);
    return there;
}

/** What the toolkit tries, one after the other, without their arguments. */
QStringList platforms()
{
    const QString named = qEnvironmentVariable("QT_QPA_PLATFORM");
    QStringList names = named.isEmpty() ? QStringList{u"wayland"_s, u"xcb"_s} : named.split(u';', Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.section(u':', 0, 0);
    return names;
}

} // namespace

bool isDisplayThere()
{
    bool isMissing = false;
    for (const QString &name : platforms()) {
        if (name.startsWith("wayland"_L1) && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
            continue;
        // Deepin's dxcb is one of X as well.
        const bool isX = name.endsWith("xcb"_L1);
        if (!isX || answersX().value_or(true))
            return true;
        isMissing = true;
    }
    return !isMissing;
}

#else

bool isDisplayThere()
{
    return true;
}

#endif

} // namespace yichuang::app
