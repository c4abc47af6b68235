// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "machinesettings.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <update/administratorfile.h>

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

/** Names of a file that are meant for `locked` and are not it; a registry minds no case. */
QStringList misspelt(const QSettings &settings)
{
    if (settings.format() == QSettings::NativeFormat)
        return {};
    QStringList found;
    const QStringList keys = settings.childKeys();
    for (const QString &key : keys) {
        if (key != "locked"_L1 && key.startsWith("lock"_L1, Qt::CaseInsensitive))
            found << key;
    }
    return found;
}

struct Grouped {
    QString group;
    QString name;
    [[nodiscard]] QString text() const { return u"[%1] %2"_s.arg(group, name); }
};

/** What a file says below its groups; a registry has no settings of ours below this key. */
QList<Grouped> groupedIn(const QSettings &settings)
{
    QList<Grouped> found;
    const QStringList keys = settings.format() == QSettings::NativeFormat ? QStringList() : settings.allKeys();
    for (const QString &key : keys) {
        if (key.contains(u'/'))
            found << Grouped{key.section(u'/', 0, -2), key.section(u'/', -1)};
    }
    return found;
}

/** A lock that stands behind the header of a group is none there, and was meant. */
QStringList misplacedLocks(const QSettings &settings)
{
    QStringList found;
    for (const Grouped &one : groupedIn(settings)) {
        if (one.name.compare("locked"_L1, Qt::CaseInsensitive) == 0)
            found << one.text();
    }
    return found;
}

/** The first of our settings that stands in a group, where nobody reads it; groups of other names are for later versions. */
std::optional<QString> misplaced(const QSettings &settings)
{
    for (const Grouped &one : groupedIn(settings)) {
        const bool isOfGroup = one.group == "update"_L1 && one.name == "ca"_L1;
        if (!isOfGroup && one.name != "demo"_L1 && lockableOptions().contains(one.name))
            return one.text();
    }
    return std::nullopt;
}

/** What is meant to be a lock and cannot be understood locks everything: a slip of the administrator opens nothing. */
void readLocks(const QSettings &settings, MachineSettings &found)
{
    const QStringList known = lockableOptions();
    bool all = false;
    const QStringList words = listOf(settings.value(u"locked"_s));
    for (const QString &word : words) {
        const QString name = word.toLower();
        if (name == "all"_L1)
            all = true;
        else if (known.contains(name))
            found.locked << name;
        else
            found.lockFaults << word;
    }
    // Nobody knows what was meant there.
    found.lockFaults << misspelt(settings) << misplacedLocks(settings);
    if (all || !found.lockFaults.isEmpty())
        found.locked = known;
}

} // namespace

QStringList lockableOptions()
{
    return {u"exchange"_s, u"ca"_s, u"client-cert"_s, u"client-key"_s, u"reader"_s, u"profile"_s, u"language"_s, u"photo-decoder"_s, u"offline-entry-days"_s, u"demo"_s};
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
    readLocks(settings, found);
    return found;
}

MachineSettings machineSettings(const QString &file)
{
    const auto settings = update::administratorSettings(file);
    MachineSettings none;
    if (!settings)
        none.fault = settings.error();
    else if (const auto found = misplaced(**settings))
        none.fault = domain::Error{domain::FailureCode::ArgumentInvalid, u"%1: %2 stands in a group that has no such setting; it belongs above all groups"_s.arg(file, *found), false};
    else
        return machineSettings(**settings);
    return none;
}

#ifdef Q_OS_WIN

QString machineSettingsPlace()
{
    return update::administratorKey();
}

MachineSettings machineSettings()
{
    return machineSettings(QSettings(machineSettingsPlace(), QSettings::NativeFormat));
}

#else

QString machineSettingsPlace()
{
    return update::administratorFile();
}

MachineSettings machineSettings()
{
    return machineSettings(machineSettingsPlace());
}

#endif

} // namespace yichuang::app
