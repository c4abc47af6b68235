// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/updatesettings.h>

#include "builtinkeys.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSettings>
#include <QUrl>
#include <update/administratorfile.h>
#include <update/offer.h>

namespace yichuang::update {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPem = 1 << 20;

auto wrong(const QString &what)
{
    return domain::failure(FailureCode::UpdateSettings, what);
}

domain::Result<QByteArray> pemIn(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return wrong(u"a file of keys or authorities cannot be read"_s);
    return file.read(largestPem);
}

bool isSource(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (QFileInfo(text).isAbsolute())
        return true;
    const QString host = url.host();
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() && !host.isEmpty();
    return url.isValid() && plain && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && here));
}

bool isProxy(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty() || text == "none"_L1 || (url.isValid() && url.scheme() == "http"_L1 && url.port() > 0);
}

domain::Result<void> readKeys(const QString &file, UpdateSettings &settings)
{
    QByteArray pem = builtInKeys;
    if (!file.isEmpty()) {
        const auto read = pemIn(file);
        if (!read)
            return tl::unexpected(read.error());
        pem = *read;
    }
    const auto keys = trustedKeys(pem);
    if (!keys)
        return tl::unexpected(keys.error());
    settings.keys = *keys;
    return {};
}

domain::Result<void> check(const UpdateSettings &settings)
{
    static const QRegularExpression word(u"\\A[a-z][a-z0-9-]{0,30}\\z"_s);
    if (!isSource(settings.source))
        return wrong(u"the source is neither https nor a folder"_s);
    if (!word.match(settings.channel).hasMatch())
        return wrong(u"the channel is no word"_s);
    if (!settings.pin.isEmpty() && versionFrom(settings.pin).isNull())
        return wrong(u"the version is none"_s);
    if (!isProxy(settings.proxy))
        return wrong(u"the proxy is no http://HOST:PORT"_s);
    return {};
}

/** The first setting of updates that stands where nobody reads it, as it is written there; a pin or `never` would say nothing. */
QString misplacedIn(const QSettings &file)
{
    static const QStringList names{u"source"_s, u"keys"_s, u"channel"_s, u"version"_s, u"when"_s, u"proxy"_s, u"ca"_s};
    const QStringList found = file.allKeys();
    for (const QString &key : found) {
        const QString group = key.section(u'/', 0, -2);
        const QString name = key.section(u'/', -1);
        if (!names.contains(name.toLower()))
            continue;
        // Above all groups `ca` is that of the exchange.
        const bool isOnTop = group.isEmpty() && name.toLower() != "ca"_L1;
        const bool isAlike = group.compare("update"_L1, Qt::CaseInsensitive) == 0 && (group != "update"_L1 || name != name.toLower());
        if (isOnTop || isAlike)
            return key;
    }
    return {};
}

} // namespace

domain::Result<UpdateSettings> readUpdateSettings(const QSettings &administrator, const UpdateWishes &wishes)
{
    const auto value = [&administrator](const QString &key, const QString &wish) {
        return administrator.contains(key) ? administrator.value(key).toString().trimmed() : wish;
    };
    UpdateSettings settings;
    settings.source = value(u"source"_s, wishes.source);
    settings.channel = value(u"channel"_s, wishes.channel);
    if (settings.channel.isEmpty())
        settings.channel = u"stable"_s;
    settings.pin = value(u"version"_s, {});
    settings.proxy = value(u"proxy"_s, {});
    const QString when = value(u"when"_s, wishes.atStart ? u"start"_s : u"ask"_s);
    if (when == "never"_L1 || settings.source.isEmpty())
        return settings;
    if (when != "ask"_L1 && when != "start"_L1)
        return wrong(u"'when' is ask, start or never"_s);
    settings.when = when == "start"_L1 ? When::AtStart : When::Ask;
    if (const auto sound = check(settings); !sound)
        return tl::unexpected(sound.error());
    if (const auto keys = readKeys(value(u"keys"_s, wishes.keysFile), settings); !keys)
        return tl::unexpected(keys.error());
    if (const QString ca = value(u"ca"_s, wishes.authorityFile); !ca.isEmpty()) {
        const auto pem = pemIn(ca);
        if (!pem)
            return tl::unexpected(pem.error());
        settings.authoritiesPem = *pem;
    }
    settings.enabled = true;
    return settings;
}

domain::Result<UpdateSettings> readUpdateSettings(const QString &administratorFile, const UpdateWishes &wishes)
{
    const auto file = administratorSettings(administratorFile);
    if (!file)
        return wrong(file.error().detail);
    if (const QString key = misplacedIn(**file); !key.isEmpty())
        return wrong(u"'%1' is not read there: settings of updates stand below [update], in small letters"_s.arg(key));
    (*file)->beginGroup(u"update"_s);
    return readUpdateSettings(**file, wishes);
}

#ifdef Q_OS_WIN
domain::Result<UpdateSettings> machineUpdateSettings()
{
    return readUpdateSettings(QSettings(u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Yichuang\\Update"_s, QSettings::NativeFormat), {});
}
#endif

} // namespace yichuang::update
