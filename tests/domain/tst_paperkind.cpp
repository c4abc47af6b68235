// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/paperkind.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

/** What stands for a paper: by its first bytes, whoever asks. */
class TestPaperKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void papers_data();
    void papers();
    void kinds();
};

void TestPaperKind::papers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("taken");
    QTest::newRow("PDF") << u"a.pdf"_s << QByteArray("%PDF-1.7\n") << true;
    QTest::newRow("PDF after a line") << u"a.pdf"_s << QByteArray("\n%PDF-1.4") << true;
    QTest::newRow("PDF by another name") << u"scan"_s << QByteArray("%PDF-1.7") << true;
    QTest::newRow("JPEG") << u"a.jpg"_s << QByteArray("\xff\xd8\xff\xe0 JFIF") << true;
    QTest::newRow("PNG") << u"a.png"_s << QByteArray("\x89PNG\r\n\x1a\n") << true;
    QTest::newRow("TIFF") << u"a.tif"_s << QByteArray("II*\0 ", 5) << true;
    QTest::newRow("BMP") << u"a.bmp"_s << QByteArray("BM1234") << true;
    QTest::newRow("WebP") << u"a.webp"_s << QByteArray("RIFF1234WEBPVP8") << true;
    QTest::newRow("HEIF of a phone") << u"a.heic"_s << QByteArray("\0\0\0\x18" "ftypheic", 12) << true;
    QTest::newRow("OFD") << u"a.OFD"_s << QByteArray("PK\x03\x04 OFD.xml") << true;
    QTest::newRow("old office") << u"a.wps"_s << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1") << true;
    QTest::newRow("archive") << u"a.zip"_s << QByteArray("PK\x03\x04 run.exe") << false;
    QTest::newRow("program by a paper's name") << u"a.pdf"_s << QByteArray("\x7f" "ELF\x02\x01") << false;
    QTest::newRow("program for Windows") << u"a.doc"_s << QByteArray("MZ\x90") << false;
    QTest::newRow("installer") << u"a.msi"_s << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1") << false;
    QTest::newRow("web page") << u"a.pdf"_s << QByteArray("<html>") << false;
    QTest::newRow("one byte") << u"a.png"_s << QByteArray("\x89") << false;
    QTest::newRow("sound in the same wrapping") << u"a.webp"_s << QByteArray("RIFF1234WAVEfmt ") << false;
    QTest::newRow("PDF late") << u"a.pdf"_s << QByteArray(1019, ' ') + "%PDF-" << true;
    QTest::newRow("PDF too late") << u"a.pdf"_s << QByteArray(1020, ' ') + "%PDF-" << false;
    QTest::newRow("document without a dot") << u"docx"_s << QByteArray("PK\x03\x04") << false;
    QTest::newRow("nothing") << u"a.pdf"_s << QByteArray() << false;
}

void TestPaperKind::papers()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QTEST(isPaper(content, name), "taken");
}

/** Who does not know the name takes a container; what is in it nobody can say. */
void TestPaperKind::kinds()
{
    QCOMPARE(paperKind("%PDF-1.7"), PaperKind::Scan);
    QCOMPARE(paperKind("PK\x03\x04 run.exe"), PaperKind::Container);
    QCOMPARE(paperKind("\xd0\xcf\x11\xe0"), PaperKind::Container);
    QCOMPARE(paperKind("MZ\x90"), PaperKind::Other);
    QCOMPARE(paperKind({}), PaperKind::Other);
}

QTEST_APPLESS_MAIN(TestPaperKind)
#include "tst_paperkind.moc"
