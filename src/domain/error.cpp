// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/error.h>

namespace yichuang::domain {

namespace {
struct Row {
    FailureCode code;
    const char *text;
};
constexpr Row rows[] = {
#define YICHUANG_FAILURE(name, text) {FailureCode::name, text},
#include <domain/failurecodes.def>
#undef YICHUANG_FAILURE
};
} // namespace

QString failureText(FailureCode code)
{
    for (const Row &row : rows) {
        if (row.code == code)
            return QString::fromLatin1(row.text);
    }
    return QStringLiteral("APP-099");
}

FailureCode failureFromText(QStringView text)
{
    for (const Row &row : rows) {
        if (text == QLatin1StringView(row.text))
            return row.code;
    }
    return FailureCode::InternalFault;
}

QList<FailureCode> allFailureCodes()
{
    QList<FailureCode> codes;
    for (const Row &row : rows)
        codes.append(row.code);
    return codes;
}

} // namespace yichuang::domain
