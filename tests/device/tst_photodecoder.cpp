// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/photodecoder.h>

#include <QTest>

using namespace yichuang::device;
using namespace Qt::StringLiterals;

class TestPhotoDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesWithThePlugIn();
    void refusesOddPhotos();
    void withoutPlugInNoPicture();
    void pathComesFromTheEnvironment();
};

void TestPhotoDecoder::decodesWithThePlugIn()
{
    const PhotoDecoder decoder(QStringLiteral(TEST_PHOTO_DECODER));
    QVERIFY(decoder.isAvailable());
    QCOMPARE(decoder.decode(QByteArray(1024, '\x40')), QByteArray(102 * 126 * 3, '\x40'));
}

void TestPhotoDecoder::refusesOddPhotos()
{
    const PhotoDecoder decoder(QStringLiteral(TEST_PHOTO_DECODER));
    QVERIFY(decoder.decode(QByteArray(1023, 'x')).isEmpty());
    QVERIFY(decoder.decode({}).isEmpty());
    QVERIFY(decoder.decode(QByteArray(1024, '\xFF')).isEmpty());
}

void TestPhotoDecoder::withoutPlugInNoPicture()
{
    QVERIFY(!PhotoDecoder().isAvailable());
    QVERIFY(PhotoDecoder().decode(QByteArray(1024, 'x')).isEmpty());
    QVERIFY(!PhotoDecoder(u"/nonexistent/libphoto.so"_s).isAvailable());
}

void TestPhotoDecoder::pathComesFromTheEnvironment()
{
    qputenv("YICHUANG_PHOTO_DECODER", "/opt/reader/libphoto.so");
    QCOMPARE(PhotoDecoder::pathFromEnvironment(), u"/opt/reader/libphoto.so"_s);
    qunsetenv("YICHUANG_PHOTO_DECODER");
    QVERIFY(PhotoDecoder::pathFromEnvironment().isEmpty());
}

QTEST_APPLESS_MAIN(TestPhotoDecoder)
#include "tst_photodecoder.moc"
