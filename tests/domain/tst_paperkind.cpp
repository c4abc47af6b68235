// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/paperkind.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

/** What stands for a paper: by what it holds, whoever asks. */
class TestPaperKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void papers_data();
    void papers();

private:
    static QByteArray zipOf(const QByteArray &names);
    static QByteArray compoundOf(const QString &stream);
};

QByteArray TestPaperKind::zipOf(const QByteArray &names)
{
    return "PK\x03\x04 packed bytes " + names;
}

QByteArray TestPaperKind::compoundOf(const QString &stream)
{
    const QByteArray wide(reinterpret_cast<const char *>(stream.utf16()), 2 * stream.size());
    return QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(512, 'x') + wide + QByteArray(2, '\0');
}

void TestPaperKind::papers_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("taken");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << true;
    QTest::newRow("PDF after a line") << QByteArray("\n%PDF-1.4") << true;
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0 JFIF") << true;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n") << true;
    QTest::newRow("TIFF") << QByteArray("II*\0 ", 5) << true;
    QTest::newRow("BMP") << QByteArray("BM1234") << true;
    QTest::newRow("WebP") << QByteArray("RIFF1234WEBPVP8") << true;
    QTest::newRow("HEIF of a phone") << QByteArray("\0\0\0\x18" "ftypheic", 12) << true;
    QTest::newRow("OFD") << zipOf("OFD.xml") << true;
    QTest::newRow("docx, xlsx, pptx") << zipOf("[Content_Types].xml word/document.xml") << true;
    QTest::newRow("odt, ods") << zipOf("mimetypeapplication/vnd.oasis.opendocument.text") << true;
    QTest::newRow("old text") << compoundOf(u"WordDocument"_s) << true;
    QTest::newRow("old table") << compoundOf(u"Workbook"_s) << true;
    QTest::newRow("older table") << compoundOf(u"Book"_s) << true;
    QTest::newRow("old slides") << compoundOf(u"PowerPoint Document"_s) << true;
    QTest::newRow("archive") << zipOf("run.exe") << false;
    QTest::newRow("e-book") << zipOf("mimetypeapplication/epub+zip") << false;
    QTest::newRow("empty archive") << QByteArray("PK\x05\x06 OFD.xml") << false;
    QTest::newRow("program") << QByteArray("\x7f" "ELF\x02\x01") << false;
    QTest::newRow("program for Windows") << QByteArray("MZ\x90 WordDocument [Content_Types].xml") << false;
    QTest::newRow("installer") << compoundOf(u"SummaryInformation"_s) << false;
    QTest::newRow("no stream's end") << compoundOf(u"WordDocuments"_s) << false;
    QTest::newRow("web page") << QByteArray("<html>") << false;
    QTest::newRow("one byte") << QByteArray("\x89") << false;
    QTest::newRow("sound in the same wrapping") << QByteArray("RIFF1234WAVEfmt ") << false;
    QTest::newRow("PDF late") << QByteArray(1019, ' ') + "%PDF-" << true;
    QTest::newRow("PDF too late") << QByteArray(1020, ' ') + "%PDF-" << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestPaperKind::papers()
{
    QFETCH(const QByteArray, content);
    QTEST(isPaper(content), "taken");
}

QTEST_APPLESS_MAIN(TestPaperKind)
#include "tst_paperkind.moc"
