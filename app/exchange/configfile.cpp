// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "configfile.h"

#include <QFile>

namespace yichuang::app {

using domain::FailureCode;
using namespace Qt::StringLiterals;

domain::Result<QStringList> withConfigFile(const QStringList &arguments, const QString &path)
{
    static const QStringList known{u"listen"_s, u"data"_s, u"database"_s, u"tls-cert"_s, u"tls-key"_s, u"client-ca"_s, u"rate"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return domain::failure(FailureCode::ResourceMissing, u"%1: %2"_s.arg(path, file.errorString()));
    QStringList all = arguments.mid(0, 1);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString name = line.section(u'=', 0, 0).trimmed();
        const QString value = line.section(u'=', 1).trimmed();
        if (!line.contains(u'=') || !known.contains(name))
            return domain::failure(FailureCode::ArgumentInvalid, u"%1, line %2: wants NAME = VALUE with one of %3"_s.arg(path).arg(i + 1).arg(known.join(u", "_s)));
        if (!value.isEmpty())
            all << u"--"_s + name << value;
    }
    return all + arguments.mid(1);
}

} // namespace yichuang::app
