// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/error.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasOneText()
    {
        QSet<QString> texts;
        const QList<FailureCode> codes = allFailureCodes();
        for (FailureCode code : codes) {
            const QString text = failureText(code);
            static const QRegularExpression shape(u"^[A-Z]{2,6}-\\d{3}$"_s);
            QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
            QVERIFY2(!texts.contains(text), qPrintable(text));
            texts.insert(text);
            QCOMPARE(failureFromText(text), code);
        }
        QVERIFY(codes.size() > 50);
    }

    void unknownTextIsAnInternalFault()
    {
        QCOMPARE(failureFromText(u"XYZ-001"), FailureCode::InternalFault);
        QCOMPARE(failureFromText(u""), FailureCode::InternalFault);
        QCOMPARE(failureText(FailureCode::IdentifierEmpty), u"ID-001"_s);
    }

    void failureCarriesItsParts()
    {
        const Result<int> result = failure(FailureCode::CalendarBadData, u"row 3"_s, true);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{FailureCode::CalendarBadData, u"row 3"_s, true}));
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
