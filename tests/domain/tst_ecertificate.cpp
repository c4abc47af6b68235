// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/ecertificate.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

class TestECertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usable_data()
    {
        QTest::addColumn<CertificateStatus>("status");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("usable");
        QTest::newRow("first day") << CertificateStatus::Valid << QDate(2020, 1, 1) << true;
        QTest::newRow("last day") << CertificateStatus::Valid << QDate(2029, 12, 31) << true;
        QTest::newRow("too early") << CertificateStatus::Valid << QDate(2019, 12, 31) << false;
        QTest::newRow("too late") << CertificateStatus::Valid << QDate(2030, 1, 1) << false;
        QTest::newRow("no day") << CertificateStatus::Valid << QDate() << false;
        for (const auto status : {CertificateStatus::Suspended, CertificateStatus::Rescinded, CertificateStatus::Cancelled,
                                  CertificateStatus::Lapsed, CertificateStatus::TransferredOut,
                                  CertificateStatus::Revoked, CertificateStatus::Other})
            QTest::addRow("status %d", int(status)) << status << QDate(2025, 1, 1) << false;
    }

    void usable()
    {
        QFETCH(CertificateStatus, status);
        QFETCH(QDate, day);
        QFETCH(bool, usable);
        CertificateSummary summary;
        summary.validFrom = QDate(2020, 1, 1);
        summary.validTo = QDate(2029, 12, 31);
        summary.status = status;
        QCOMPARE(summary.isUsableOn(day), usable);
    }

    void unlimitedNeverRunsOut()
    {
        CertificateSummary summary;
        QVERIFY(summary.isUsableOn(QDate(2026, 11, 23)));
        QVERIFY(!summary.daysLeft(QDate(2026, 11, 23)));
    }

    void daysLeftCountToTheLastDay()
    {
        CertificateSummary summary;
        summary.validTo = QDate(2026, 11, 30);
        QCOMPARE(summary.daysLeft(QDate(2026, 11, 23)).value(), qint64(7));
        QCOMPARE(summary.daysLeft(QDate(2026, 11, 30)).value(), qint64(0));
        QCOMPARE(summary.daysLeft(QDate(2026, 12, 1)).value(), qint64(-1));
    }
};

QTEST_GUILESS_MAIN(TestECertificate)
#include "tst_ecertificate.moc"
