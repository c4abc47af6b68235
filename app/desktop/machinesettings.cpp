// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "machinesettings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** A file's list comes as a list, the registry's as one text. */
QStringList listOf(const QVariant &value)
{
    static const QRegularExpression between(u"[;,\\s]+"_s);
    return value.toStringList().join(u';').split(between, Qt::SkipEmptyParts);
}

/** A store opens with the key of one person alone: where a machine names a place for all, each has a folder there. */
QString ownFolder(const QString &shared)
{
    return shared.isEmpty() ? shared : QDir(shared).filePath(QDir::home().dirName());
}

} // namespace

QStringList lockableOptions()
{
    return {u"exchange"_s, u"ca"_s, u"client-cert"_s, u"client-key"_s, u"reader"_s, u"profile"_s, u"language"_s, u"offline-entry-days"_s, u"demo"_s};
}

MachineSettings machineSettings(const QSettings &settings)
{
    MachineSettings found;
    found.exchangeUrl = settings.value(u"exchange"_s).toString();
    found.authorityFile = settings.value(u"ca"_s).toString();
    found.certificateFile = settings.value(u"client-cert"_s).toString();
    found.keyFile = settings.value(u"client-key"_s).toString();
    found.readers = listOf(settings.value(u"reader"_s));
    found.profile = ownFolder(settings.value(u"profile"_s).toString());
    found.language = settings.value(u"language"_s).toString();
    found.photoDecoder = settings.value(u"photo-decoder"_s).toString();
    found.offlineEntryDays = settings.value(u"offline-entry-days"_s).toString();
    found.locked = listOf(settings.value(u"locked"_s));
    if (found.locked.contains(u"all"_s))
        found.locked = lockableOptions();
    return found;
}

MachineSettings machineSettings()
{
#ifdef Q_OS_WIN
    return machineSettings(QSettings(u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Yichuang\\Desktop"_s, QSettings::NativeFormat));
#else
    const QString file = u"/etc/yichuang/desktop.conf"_s;
    return QFile::exists(file) ? machineSettings(QSettings(file, QSettings::IniFormat)) : MachineSettings();
#endif
}

} // namespace yichuang::app
