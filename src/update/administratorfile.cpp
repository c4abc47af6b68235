// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/administratorfile.h>

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <optional>

namespace yichuang::update {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1 << 16;

/** A comment begins where the line does, or after a blank: addresses may hold the sign. */
QString withoutComment(const QString &line)
{
    static const QRegularExpression comment(u"(?:\\A|(?<=\\s))#.*"_s);
    return QString(line).remove(comment).trimmed();
}

/** What stands behind the equals sign; nothing when its quotes do not end, or more than a comment follows them. */
std::optional<QString> valueIn(const QString &text)
{
    if (!text.startsWith(u'"'))
        return withoutComment(u' ' + text);
    const qsizetype end = text.indexOf(u'"', 1);
    if (end < 0 || !withoutComment(text.mid(end + 1)).isEmpty())
        return std::nullopt;
    return text.mid(1, end - 1);
}

bool readForQt(QIODevice &device, QSettings::SettingsMap &into)
{
    const auto values = administratorValues(device.read(largestFile));
    if (!values)
        return false;
    for (auto one = values->cbegin(); one != values->cend(); ++one)
        into.insert(one.key(), one.value());
    return true;
}

bool writeNothing(QIODevice &, const QSettings::SettingsMap &)
{
    return false;
}

} // namespace

QString administratorFile()
{
    return u"/etc/yichuang/desktop.conf"_s;
}

QString administratorKey()
{
    return u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Yichuang\\Desktop"_s;
}

domain::Result<QMap<QString, QString>> administratorValues(const QByteArray &text)
{
    static const QRegularExpression word(u"\\A[A-Za-z0-9-]+\\z"_s);
    QMap<QString, QString> values;
    QString group;
    const QStringList lines = QString::fromUtf8(text).remove(QChar::ByteOrderMark).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = withoutComment(lines.at(i));
        if (line.isEmpty() || line.startsWith(u';'))
            continue;
        const bool isHeader = line.startsWith(u'[') && line.endsWith(u']');
        const QString name = isHeader ? line.mid(1, line.size() - 2).trimmed() : line.section(u'=', 0, 0).trimmed();
        const std::optional<QString> value = isHeader ? QString() : valueIn(lines.at(i).section(u'=', 1).trimmed());
        if ((!isHeader && !line.contains(u'=')) || !word.match(name).hasMatch() || !value)
            return domain::failure(FailureCode::ArgumentInvalid, u"line %1 is neither NAME = VALUE nor [GROUP]"_s.arg(i + 1));
        if (isHeader) // an INI file's way to say that there is no group
            group = name == "General"_L1 ? QString() : name + u'/';
        else
            values.insert(group + name, *value);
    }
    return values;
}

domain::Result<std::unique_ptr<QSettings>> administratorSettings(const QString &path)
{
    static const QSettings::Format format = QSettings::registerFormat(u"yichuang-administrator"_s, readForQt, writeNothing, Qt::CaseSensitive);
    const QFileInfo there(path);
    const QFileInfo folder(there.path());
    // A folder that may not be entered hides the file: that is not one that says nothing.
    if (there.exists() || there.isSymLink() || (folder.exists() && !folder.isExecutable())) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return domain::failure(FailureCode::ResourceMissing, u"%1: %2"_s.arg(path, file.errorString()));
        if (const auto values = administratorValues(file.read(largestFile)); !values)
            return domain::failure(values.error().code, u"%1, %2"_s.arg(path, values.error().detail));
    }
    return std::make_unique<QSettings>(path, format);
}

} // namespace yichuang::update
