// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "bundledtables.h"

#include <domain/codetables.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

using CodeTable = QList<std::pair<QString, QString>>;

/** Rows "code,name" after a header line. */
CodeTable parseTable(const QByteArray &csv)
{
    CodeTable table;
    const QList<QByteArray> lines = csv.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString line = QString::fromUtf8(lines[i]);
        const qsizetype comma = line.indexOf(u',');
        if (comma > 0)
            table.append({line.left(comma), line.sliced(comma + 1)});
    }
    return table;
}

const CodeTable &ethnicTable()
{
    static const CodeTable table = parseTable(bundledEthnicGroups());
    return table;
}

const CodeTable &documentTable()
{
    static const CodeTable table = parseTable(bundledDocumentKinds());
    return table;
}

QString nameIn(const CodeTable &table, QStringView code)
{
    for (const auto &[known, name] : table) {
        if (known == code)
            return name;
    }
    return code.toString();
}

} // namespace

Sex sexFromDigit(QChar digit)
{
    switch (digit.unicode()) {
    case u'1':
        return Sex::Male;
    case u'2':
        return Sex::Female;
    case u'9':
        return Sex::NotStated;
    default:
        return Sex::Unknown;
    }
}

QString sexName(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return u"男"_s;
    case Sex::Female:
        return u"女"_s;
    case Sex::NotStated:
        return u"未说明的性别"_s;
    case Sex::Unknown:
        break;
    }
    return u"未知的性别"_s;
}

QString ethnicGroupName(QStringView code)
{
    return nameIn(ethnicTable(), code);
}

QList<std::pair<QString, QString>> ethnicGroups()
{
    return ethnicTable();
}

QString documentKindName(const DocumentKind &code)
{
    return nameIn(documentTable(), code);
}

QList<std::pair<DocumentKind, QString>> documentKinds()
{
    return documentTable();
}

} // namespace yichuang::domain
