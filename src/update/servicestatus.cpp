// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/servicestatus.h>

#include <QSettings>
#include <QStringList>
#include <update/offer.h>

namespace yichuang::update {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSessions = 16;

/** A version, or nothing. */
QString versionIn(const QSettings &kept, const QString &key)
{
    const QString text = kept.value(key).toString();
    return versionFrom(text).isNull() ? QString() : text;
}

} // namespace

ServiceStatus readServiceStatus(const QString &file)
{
    QSettings kept(file, QSettings::IniFormat);
    ServiceStatus status;
    status.ready = versionIn(kept, u"ready"_s);
    status.asks = kept.value(u"asks"_s).toBool();
    status.onTrial = versionIn(kept, u"trial"_s);
    status.rolledBack = versionIn(kept, u"rolledBack"_s);
    status.fault = kept.value(u"fault"_s).toString();
    status.installing = kept.value(u"installing"_s).toBool();
    status.attempted = versionIn(kept, u"attempted"_s);
    status.attempts = kept.value(u"attempts"_s).toInt();
    const QStringList sessions = kept.value(u"sessions"_s).toStringList().mid(0, mostSessions);
    for (const QString &session : sessions) {
        bool isNumber = false;
        if (const int number = session.toInt(&isNumber); isNumber && number > 0)
            status.sessions << number;
    }
    status.taken = kept.value(u"taken"_s).toStringList();
    kept.beginGroup(u"notes"_s);
    const QStringList languages = kept.childKeys();
    for (const QString &language : languages)
        status.notes.insert(language, kept.value(language).toString());
    return status;
}

bool writeServiceStatus(const QString &file, const ServiceStatus &status)
{
    QSettings kept(file, QSettings::IniFormat);
    kept.clear();
    kept.setValue(u"ready"_s, status.ready);
    kept.setValue(u"asks"_s, status.asks);
    kept.setValue(u"trial"_s, status.onTrial);
    kept.setValue(u"rolledBack"_s, status.rolledBack);
    kept.setValue(u"fault"_s, status.fault);
    kept.setValue(u"installing"_s, status.installing);
    kept.setValue(u"attempted"_s, status.attempted);
    kept.setValue(u"attempts"_s, status.attempts);
    QStringList sessions;
    for (const int session : status.sessions)
        sessions << QString::number(session);
    kept.setValue(u"sessions"_s, sessions);
    kept.setValue(u"taken"_s, status.taken);
    for (auto note = status.notes.cbegin(); note != status.notes.cend(); ++note)
        kept.setValue(u"notes/"_s + note.key(), note.value());
    kept.sync();
    return kept.status() == QSettings::NoError;
}

} // namespace yichuang::update
