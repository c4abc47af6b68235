// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/updatestate.h>

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QUuid>
#include <update/offer.h>

namespace yichuang::update {

using namespace Qt::StringLiterals;

UpdateState::UpdateState(const QString &file)
    : m_file(file)
{
    const QSettings kept(file, QSettings::IniFormat);
    m_installationId = kept.value(u"installation"_s).toString().toLatin1();
    m_sequence = kept.value(u"sequence"_s).toLongLong();
    m_digest = QByteArray::fromHex(kept.value(u"digest"_s).toString().toLatin1());
    const QStringList refused = kept.value(u"refused"_s).toStringList();
    m_refused = QSet<QString>(refused.cbegin(), refused.cend());
    m_forgiven = kept.value(u"forgiven"_s).toString();
    m_heeded = kept.value(u"heeded"_s).toString();
    m_fetching = kept.value(u"fetching"_s).toString();
    const Waiting waiting{kept.value(u"waiting"_s).toString(), kept.value(u"sha256"_s).toString(), kept.value(u"agreed"_s).toBool()};
    if (!waiting.version.isEmpty())
        m_waiting = waiting;
}

void UpdateState::save() const
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSettings kept(m_file, QSettings::IniFormat);
    kept.clear();
    kept.setValue(u"installation"_s, QString::fromLatin1(m_installationId));
    kept.setValue(u"sequence"_s, m_sequence);
    kept.setValue(u"digest"_s, QString::fromLatin1(m_digest.toHex()));
    QStringList refused = m_refused.values();
    refused.sort();
    kept.setValue(u"refused"_s, refused);
    if (!m_forgiven.isEmpty())
        kept.setValue(u"forgiven"_s, m_forgiven);
    kept.setValue(u"heeded"_s, m_heeded);
    kept.setValue(u"fetching"_s, m_fetching);
    if (m_waiting) {
        kept.setValue(u"waiting"_s, m_waiting->version);
        kept.setValue(u"sha256"_s, m_waiting->sha256);
        kept.setValue(u"agreed"_s, m_waiting->agreed);
    }
    kept.sync();
}

QByteArray UpdateState::installationId()
{
    if (m_installationId.isEmpty()) {
        m_installationId = QUuid::createUuid().toString(QUuid::Id128).toLatin1();
        save();
    }
    return m_installationId;
}

void UpdateState::setSeen(qint64 sequence, const QByteArray &digest)
{
    if (sequence == m_sequence && digest == m_digest)
        return;
    m_sequence = sequence;
    m_digest = digest;
    save();
}

void UpdateState::refuse(const QString &version)
{
    m_refused.insert(version);
    if (m_waiting && m_waiting->version == version)
        m_waiting.reset();
    save();
}

void UpdateState::forgive(const QString &version)
{
    m_forgiven = version;
    save();
}

bool UpdateState::takeForgiven(const QString &version)
{
    if (m_forgiven.isEmpty())
        return false;
    const bool isIt = std::exchange(m_forgiven, {}) == version;
    save();
    return isIt;
}

bool UpdateState::heedPin(const QString &pin)
{
    if (pin == m_heeded)
        return false;
    m_heeded = pin;
    m_refused.removeIf([&pin](const QString &version) { return versionFrom(version) == versionFrom(pin); });
    save();
    return true;
}

void UpdateState::setFetching(const QString &sha256)
{
    if (m_fetching == sha256)
        return;
    m_fetching = sha256;
    save();
}

void UpdateState::setWaiting(const std::optional<Waiting> &waiting)
{
    if (m_waiting == waiting)
        return;
    m_waiting = waiting;
    save();
}

} // namespace yichuang::update
