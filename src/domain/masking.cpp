// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/masking.h>

#include <domain/idcard.h>

#include <QList>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype countyWithin = 24; ///< a county's name ends this early in an address, or it is something else

/** Keeps `head` and `tail` code points; all stars when nothing would be left to hide. */
QString keepEnds(const QString &text, qsizetype head, qsizetype tail)
{
    const QList<uint> points = text.toUcs4();
    if (points.size() <= head + tail)
        return QString(points.size(), u'*');
    const auto slice = [&points](qsizetype from, qsizetype count) {
        const QList<uint> part = points.sliced(from, count);
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(part.constData()), part.size());
    };
    return slice(0, head) + QString(points.size() - head - tail, u'*') + slice(points.size() - tail, tail);
}

/** End of "…区", "…县" or "…旗"; autonomous regions and housing estates are no counties. 0 when there is none. */
qsizetype countyEnd(QStringView address)
{
    for (qsizetype i = 1; i < qMin(address.size(), countyWithin); ++i) {
        const QChar before = address[i - 1];
        const bool estate = before == u'小' || before == u'社' || before == u'园' || before == u'院' || before == u'治';
        if (address[i] == u'县' || address[i] == u'旗' || (address[i] == u'区' && !estate))
            return i + 1;
    }
    return 0;
}

/** End of the second "…市" (a county-level city), else of the first. 0 when there is none. */
qsizetype cityEnd(QStringView address)
{
    qsizetype end = 0;
    int found = 0;
    for (qsizetype i = 1; i < qMin(address.size(), countyWithin) && found < 2; ++i) {
        const QChar after = i + 1 < address.size() ? address[i + 1] : QChar();
        if (address[i] == u'市' && after != u'场' && after != u'民' && after != u'政' && address[i - 1] != u'市') {
            end = i + 1;
            ++found;
        }
    }
    return end;
}

} // namespace

QString maskName(const QString &name, bool minor)
{
    const qsizetype length = name.toUcs4().size();
    if (minor || length < 2)
        return QString(length, u'*');
    return length == 2 ? keepEnds(name, 1, 0) : keepEnds(name, 1, 1);
}

QString maskName(const QString &name, QDate birth, QDate today)
{
    constexpr int majority = 18;
    return maskName(name, birth.isValid() && ageOn(birth, today) < majority);
}

QString maskNumber(const QString &number)
{
    return number.size() < 15 ? keepEnds(number, 2, 2) : keepEnds(number, 6, 4);
}

QString maskPhone(const QString &phone)
{
    return phone.size() < 8 ? keepEnds(phone, 1, 1) : keepEnds(phone, 3, 4);
}

QString maskAddress(const QString &address)
{
    if (address.isEmpty())
        return {};
    const qsizetype county = countyEnd(address);
    const qsizetype end = county > 0 ? county : cityEnd(address);
    return address.left(end) + u"***"_s;
}

QString maskCertificateNumber(const QString &number)
{
    return keepEnds(number, 2, 3);
}

} // namespace yichuang::domain
