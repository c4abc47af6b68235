// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <document/pdfreader.h>

#include "service/annotatedcopy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using document::Sheet;
using document::TextRun;

namespace {

domain::ECertificate certificate()
{
    domain::ECertificate value;
    value.summary.typeName = u"结婚证"_s;
    value.summary.issuerName = u"示范市民政局"_s;
    value.face = {{u"holder"_s, u"李示例"_s}, {u"date"_s, u"2020-05-20"_s}};
    return value;
}

QByteArray copyOf(const domain::ECertificate &value)
{
    domain::CertificateType type;
    type.faceFields = {{u"holder"_s, u"持证人"_s}, {u"date"_s, u"登记日期"_s}, {u"empty"_s, u"备注"_s}};
    return exchange::annotatedCopy(value, &type, {u"clerk01"_s, u"新生儿出生“一件事”"_s, QDateTime(QDate(2026, 11, 27), QTime(7, 0), Qt::UTC), QUuid(u"0191f2a0-0000-7000-8000-000000000001"_s)});
}

/** The same file with one text in place of another of whatever length; the table is made again. */
QByteArray with(QByteArray pdf, const QByteArray &before, const QByteArray &after)
{
    if (!pdf.contains(before))
        qFatal("the copy no longer holds %s", before.constData());
    pdf.replace(pdf.indexOf(before), before.size(), after);
    const qsizetype table = pdf.indexOf("xref\n0 8");
    if (table < 0)
        return pdf;
    QByteArray rows = "xref\n0 8\n0000000000 65535 f \n";
    for (int number = 1; number < 8; ++number)
        rows += QByteArray::number(pdf.indexOf('\n' + QByteArray::number(number) + " 0 obj") + 1).rightJustified(10, '0') + " 00000 n \n";
    const qsizetype trailer = pdf.indexOf("trailer");
    const qsizetype start = pdf.indexOf("startxref\n");
    const QByteArray end = pdf.sliced(trailer, start - trailer);
    return pdf.first(table) + rows + end + "startxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

/** The copy with other contents of its page. */
QByteArray playing(const QByteArray &contents)
{
    const QByteArray pdf = copyOf(certificate());
    const qsizetype begin = pdf.indexOf("<< /Length ");
    const qsizetype end = pdf.indexOf("endstream");
    return with(pdf, pdf.sliced(begin, end - begin), "<< /Length " + QByteArray::number(contents.size()) + " >>\nstream\n" + contents);
}

QString codeOf(const QByteArray &pdf)
{
    const auto read = document::readPdf(pdf);
    return read ? QString() : domain::failureText(read.error().code);
}

} // namespace

/** What the exchange writes is read whole; anything else is refused with its code, never half shown. */
class TestPdfReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theExchangesCopy();
    void emptyValuesOnly();
    void contents_data();
    void contents();
    void refusals_data();
    void refusals();
    void sizeBound();
    void everyCutIsRefused();
    void everyChangedByteEnds();
    void hostileFilesEndSoon();
};

void TestPdfReader::theExchangesCopy()
{
    const auto read = document::readPdf(copyOf(certificate()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->size(), 1);
    const Sheet &sheet = read->first();
    QCOMPARE(sheet.width, 595.0);
    QCOMPARE(sheet.height, 842.0);
    QStringList texts;
    for (const TextRun &run : sheet.runs)
        texts << run.text;
    QCOMPARE(texts, (QStringList{u"结婚证"_s, u"示范市民政局"_s, u"持证人：李示例"_s, u"登记日期：2020-05-20"_s, u"仅供：新生儿出生“一件事”"_s,
                                 u"经办：clerk01　有效至：2026-11-28 15:00"_s, u"编号：0191f2a0-0000-7000-8000-000000000001"_s}));
    const TextRun &title = sheet.runs.first();
    QCOMPARE(title.size, 20.0);
    QCOMPARE(title.grey, 0.0);
    QCOMPARE(title.at, (document::Placement{1, 0, 0, 1, 72, 760}));
    const TextRun &mark = sheet.runs.at(4);
    QCOMPARE(mark.grey, 0.75);
    // (0, 60) turned by the mark's matrix and moved to its place
    QCOMPARE(mark.at, (document::Placement{0.866, 0.5, -0.5, 0.866, -0.5 * 60 + 120, 0.866 * 60 + 260}));
}

void TestPdfReader::emptyValuesOnly()
{
    domain::ECertificate bare = certificate();
    bare.face.clear();
    const auto read = document::readPdf(copyOf(bare));
    QVERIFY(read);
    QCOMPARE(read->first().runs.size(), 5);
}

void TestPdfReader::contents_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("a text") << QByteArray("BT /F1 11 Tf 5 6 Td <4f60> Tj ET") << QString() << u"你"_s;
    QTest::newRow("escaped text") << QByteArray("BT /F1 11 Tf (\\117`) Tj ET") << QString() << u"你"_s;
    QTest::newRow("hidden letters are shown as replaced") << QByteArray("BT /F1 11 Tf <202e0041> Tj ET") << QString() << u"\uFFFDA"_s;
    QTest::newRow("half a pair is shown as replaced") << QByteArray("BT /F1 11 Tf <d840> Tj ET") << QString() << u"\uFFFD"_s;
    QTest::newRow("a whole pair") << QByteArray("BT /F1 11 Tf <d840dc0b> Tj ET") << QString() << u"𠀋"_s;
    QTest::newRow("nothing") << QByteArray(" ") << u"DOC-003"_s << QString();
    QTest::newRow("no font") << QByteArray("BT <4f60> Tj ET") << u"DOC-003"_s << QString();
    QTest::newRow("another font's name") << QByteArray("BT /F2 11 Tf <4f60> Tj ET") << u"DOC-004"_s << QString();
    QTest::newRow("no size") << QByteArray("BT /F1 0 Tf <4f60> Tj ET") << u"DOC-003"_s << QString();
    QTest::newRow("odd bytes") << QByteArray("BT /F1 11 Tf <4f6059> Tj ET") << u"DOC-003"_s << QString();
    QTest::newRow("text after text") << QByteArray("BT /F1 11 Tf <4f60> Tj <4f60> Tj ET") << u"DOC-004"_s << QString();
    QTest::newRow("a picture") << QByteArray("q /Im1 Do Q") << u"DOC-004"_s << QString();
    QTest::newRow("a line") << QByteArray("0 0 m 9 9 l S") << u"DOC-004"_s << QString();
    QTest::newRow("invisible text") << QByteArray("BT 3 Tr /F1 11 Tf <4f60> Tj ET") << u"DOC-004"_s << QString();
    QTest::newRow("open text") << QByteArray("BT /F1 11 Tf <4f60> Tj") << u"DOC-003"_s << QString();
    QTest::newRow("left operand") << QByteArray("BT /F1 11 Tf <4f60> Tj ET 1") << u"DOC-003"_s << QString();
    QTest::newRow("restored without saved") << QByteArray("Q") << u"DOC-004"_s << QString();
    QTest::newRow("saved without end") << QByteArray("q ").repeated(33) << u"DOC-004"_s << QString();
    QTest::newRow("growing for ever") << QByteArray("99999 0 0 99999 0 0 cm ").repeated(99) << u"DOC-003"_s << QString();
    QTest::newRow("too many texts") << QByteArray("BT /F1 11 Tf ") + QByteArray("1 1 Td <4f60> Tj ").repeated(1001) + "ET" << u"DOC-003"_s << QString();
    QTest::newRow("too long a text") << QByteArray("BT /F1 11 Tf <") + QByteArray("4f60").repeated(50'001) + "> Tj ET" << u"DOC-003"_s << QString();
}

void TestPdfReader::contents()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, code);
    QFETCH(QString, text);
    const auto read = document::readPdf(playing(page));
    QCOMPARE(read ? QString() : domain::failureText(read.error().code), code);
    if (read)
        QCOMPARE(read->first().runs.first().text, text);
}

void TestPdfReader::refusals_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("code");
    const QByteArray good = copyOf(certificate());
    QTest::newRow("nothing") << QByteArray() << u"DOC-002"_s;
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><p>sign in") << u"DOC-002"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << u"DOC-002"_s;
    QTest::newRow("only the head") << QByteArray("%PDF-1.4\n") << u"DOC-003"_s;
    QTest::newRow("compressed") << with(good, " >>\nstream", " /Filter /FlateDecode >>\nstream") << u"DOC-004"_s;
    QTest::newRow("encrypted") << with(good, "/Root 1 0 R", "/Root 1 0 R /Encrypt 7 0 R") << u"DOC-004"_s;
    QTest::newRow("changed afterwards") << with(good, "/Root 1 0 R", "/Root 1 0 R /Prev 9") << u"DOC-004"_s;
    QTest::newRow("a script") << with(good, "/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript >>") << u"DOC-004"_s;
    QTest::newRow("notes on the page") << with(good, "/Type /Page ", "/Type /Page /Annots [7 0 R] ") << u"DOC-004"_s;
    QTest::newRow("turned") << with(good, "/Type /Page ", "/Type /Page /Rotate 90 ") << u"DOC-004"_s;
    QTest::newRow("another encoding") << with(good, "UniGB-UCS2-H", "GBK-EUC-H") << u"DOC-004"_s;
    QTest::newRow("no pages") << with(good, "/Kids [3 0 R]", "/Kids []") << u"DOC-003"_s;
    QTest::newRow("its own child") << with(good, "/Kids [3 0 R]", "/Kids [2 0 R]") << u"DOC-003"_s;
    QTest::newRow("many times the same page") << with(good, "/Kids [3 0 R]", "/Kids [" + QByteArray("3 0 R ").repeated(40) + "]") << u"DOC-003"_s;
    QTest::newRow("no size") << with(good, "[0 0 595 842]", "[0 0 0 0]") << u"DOC-003"_s;
    QTest::newRow("a huge page") << with(good, "[0 0 595 842]", "[0 0 999999 999999]") << u"DOC-003"_s;
    QTest::newRow("a shifted page") << with(good, "[0 0 595 842]", "[9 9 595 842]") << u"DOC-004"_s;
    QTest::newRow("root is missing") << with(good, "/Root 1 0 R", "/Root 99 0 R") << u"DOC-003"_s;
    QTest::newRow("length lies") << with(good, "<< /Length ", "<< /Length 1") << u"DOC-003"_s;
    QTest::newRow("length is itself") << with(good, "<< /Length ", "<< /Length 4 0 R /X ") << u"DOC-003"_s;
}

void TestPdfReader::refusals()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, code);
    QCOMPARE(codeOf(pdf), code);
}

void TestPdfReader::sizeBound()
{
    QByteArray pdf = copyOf(certificate());
    // Comments before the head of the table leave the file good up to the last byte that is taken.
    const QByteArray padded = with(pdf, "endstream", "endstream\n%" + QByteArray(document::mostFileBytes - pdf.size() - 20, 'x') + '\n');
    QVERIFY(padded.size() <= document::mostFileBytes);
    QCOMPARE(codeOf(padded), QString());
    QCOMPARE(codeOf(padded + QByteArray(document::mostFileBytes - padded.size() + 1, '\n')), u"DOC-001"_s);
}

/** Whatever is missing at the end: a code, and never part of a sheet. */
void TestPdfReader::everyCutIsRefused()
{
    const QByteArray good = copyOf(certificate());
    // The number after startxref may lose its last letters without harm to what it points at only with the whole line.
    for (qsizetype size = 0; size < good.indexOf("startxref") + 10; ++size) {
        const QString code = codeOf(good.first(size));
        QVERIFY2(code == (size < 5 ? u"DOC-002"_s : u"DOC-003"_s), qPrintable(u"%1 bytes: %2"_s.arg(size).arg(code)));
    }
}

/** One byte after the other changed: read or refused, with a code of this room. */
void TestPdfReader::everyChangedByteEnds()
{
    const QByteArray good = copyOf(certificate());
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char other : {'\0', '0', '9', '<', '(', '/', '\xff'}) {
            QByteArray changed = good;
            changed[at] = other;
            const QString code = codeOf(changed);
            QVERIFY2(code.isEmpty() || code.startsWith(u"DOC-"_s), qPrintable(code));
        }
    }
}

void TestPdfReader::hostileFilesEndSoon()
{
    const qsizetype room = document::mostFileBytes - 4096;
    const QList<QByteArray> pages{QByteArray("q Q ").repeated(room / 4), QByteArray("[").repeated(room), QByteArray("(").repeated(room), "<" + QByteArray("4f").repeated(room / 2 - 1) + ">",
                                  QByteArray("1 ").repeated(room / 2), QByteArray("%").repeated(room), QByteArray("/").repeated(room)};
    for (const QByteArray &page : pages) {
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!document::readPdf(playing(page)));
        QVERIFY2(clock.elapsed() < 20'000, page.first(9).constData());
    }
}

QTEST_GUILESS_MAIN(TestPdfReader)
#include "tst_pdfreader.moc"
