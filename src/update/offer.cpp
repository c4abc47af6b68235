// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/offer.h>

#include <QCryptographicHash>
#include <algorithm>

namespace yichuang::update {

using domain::FailureCode;
using wire::UpdateFile;
using wire::UpdateManifest;
using wire::UpdateRelease;
using namespace Qt::StringLiterals;

namespace {

/** Largest file of a release; ten times what there is today. */
constexpr qint64 largestFile = qint64(1) << 30;

bool isFileName(const QString &name)
{
    const bool plain = std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'-' || c == u'_' || c == u'+' || c == u'~';
    });
    return plain && !name.isEmpty() && !name.startsWith(u'.') && !name.startsWith(u'-');
}

bool isDigest(const QString &text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

/** What is wrong with a release; empty when nothing is. */
QString faultOf(const UpdateRelease &release)
{
    if (versionFrom(release.version).isNull())
        return u"a version is misspelt"_s;
    if (!release.minimumVersion.isEmpty() && versionFrom(release.minimumVersion).isNull())
        return u"a minimum version is misspelt"_s;
    if (release.percent < 0 || release.percent > 100)
        return u"a percentage is out of its range"_s;
    if (release.storeSchema < 1)
        return u"a store schema is out of its range"_s;
    QSet<std::pair<QString, QString>> desks;
    for (const UpdateFile &file : release.files) {
        if (!isFileName(file.name) || !isDigest(file.sha256) || file.size < 1 || file.size > largestFile)
            return u"a file's name, size or checksum is not one"_s;
        desks.insert({file.kind, file.architecture});
    }
    // Else their order would decide which one a desk takes.
    if (desks.size() != release.files.size())
        return u"two files are for the same desks"_s;
    return {};
}

domain::Result<void> check(const UpdateManifest &list, const QByteArray &digest, const Situation &here)
{
    if (list.product != "yichuang"_L1 || list.channel != here.channel)
        return domain::failure(FailureCode::UpdateManifestDamaged, u"of another product or channel"_s);
    if (list.format != wire::updateManifestFormat || list.sequence < 1)
        return domain::failure(FailureCode::UpdateManifestDamaged, u"form or sequence number out of range"_s);
    QSet<QVersionNumber> versions;
    for (const UpdateRelease &release : list.releases) {
        if (const QString fault = faultOf(release); !fault.isEmpty())
            return domain::failure(FailureCode::UpdateManifestDamaged, fault);
        versions.insert(versionFrom(release.version));
    }
    if (versions.size() != list.releases.size())
        return domain::failure(FailureCode::UpdateManifestDamaged, u"a version is listed twice"_s);
    const bool another = list.sequence == here.lastSequence && digest != here.lastDigest;
    if (list.sequence < here.lastSequence || another)
        return domain::failure(FailureCode::UpdateReplayed, u"sequence %1, seen %2"_s.arg(list.sequence).arg(here.lastSequence));
    if (!list.expires.isValid() || list.expires <= here.now)
        return domain::failure(FailureCode::UpdateExpired, u"expired %1"_s.arg(list.expires.toUTC().toString(Qt::ISODate)));
    return {};
}

bool isMeantForUs(const UpdateRelease &release, const Situation &here)
{
    const QVersionNumber version = versionFrom(release.version);
    if (version == versionFrom(here.version) || here.refused.contains(release.version))
        return false;
    // Who names a version wants it on every desk, also as a way back.
    if (!here.pin.isEmpty())
        return version == versionFrom(here.pin);
    if (version < versionFrom(here.version))
        return false;
    return bucketOf(here.installationId, release.version) < release.percent;
}

/** Whoever orders a way back must hear that there is none. */
bool isWayBackMissing(const UpdateManifest &list, const Situation &here)
{
    const QVersionNumber pin = versionFrom(here.pin);
    if (pin.isNull() || pin >= versionFrom(here.version))
        return false;
    return std::none_of(list.releases.cbegin(), list.releases.cend(), [&pin](const UpdateRelease &release) { return versionFrom(release.version) == pin; });
}

domain::Result<Offer> offerFrom(const UpdateRelease &release, const Situation &here)
{
    if (!release.minimumVersion.isEmpty() && versionFrom(here.version) < versionFrom(release.minimumVersion))
        return domain::failure(FailureCode::UpdateTooFar, u"%1 wants %2 first"_s.arg(release.version, release.minimumVersion));
    if (release.storeSchema < here.storeSchema)
        return domain::failure(FailureCode::UpdateStoreNewer, u"%1 works with schema %2"_s.arg(release.version).arg(release.storeSchema));
    const auto file = std::find_if(release.files.cbegin(), release.files.cend(), [&here](const UpdateFile &one) {
        return one.kind == here.kind && one.architecture == here.architecture;
    });
    if (file == release.files.cend())
        return domain::failure(FailureCode::UpdateNotForSystem, u"%1 has no %2 for %3"_s.arg(release.version, here.kind, here.architecture));
    return Offer{release.version, release.notes, *file};
}

} // namespace

QVersionNumber versionFrom(const QString &text)
{
    // Of itself the toolkit forgives blanks and signs.
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(text, &end);
    const bool whole = plain && end == text.size() && version.segmentCount() >= 2 && version.segmentCount() <= 4;
    return whole ? version.normalized() : QVersionNumber();
}

int bucketOf(const QByteArray &installationId, const QString &version)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(installationId);
    hash.addData(version.toUtf8());
    quint64 number = 0;
    const QByteArray bytes = hash.result();
    for (int i = 0; i < 8; ++i)
        number = number << 8 | quint8(bytes.at(i));
    return int(number % 100);
}

domain::Result<std::optional<Offer>> chooseOffer(const UpdateManifest &list, const QByteArray &digest, const Situation &here)
{
    if (const auto sound = check(list, digest, here); !sound)
        return tl::unexpected(sound.error());
    QList<UpdateRelease> releases;
    std::copy_if(list.releases.cbegin(), list.releases.cend(), std::back_inserter(releases),
                 [&here](const UpdateRelease &release) { return isMeantForUs(release, here); });
    std::stable_sort(releases.begin(), releases.end(), [](const UpdateRelease &a, const UpdateRelease &b) {
        return versionFrom(a.version) > versionFrom(b.version);
    });
    std::optional<domain::Error> first;
    for (const UpdateRelease &release : std::as_const(releases)) {
        const auto offer = offerFrom(release, here);
        if (offer)
            return std::optional(*offer);
        if (!first)
            first = offer.error();
    }
    if (first)
        return tl::unexpected(*first);
    if (isWayBackMissing(list, here))
        return domain::failure(FailureCode::UpdateNotForSystem, u"the pinned %1 is not in the list"_s.arg(here.pin));
    return std::optional<Offer>();
}

} // namespace yichuang::update
