// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/frame.h>

#include <QRandomGenerator>
#include <QTest>

using namespace yichuang::device;
using Outcome = FrameDecoder::Outcome;

namespace {
QByteArray replyFrame(qsizetype dataSize = 4, char fill = 'x')
{
    return encodeReply({0, 0, 0x90, QByteArray(dataSize, fill)});
}
} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesTheSampleReplies();
    void decodesFrames_data();
    void decodesFrames();
    void takesFramesByteByByte();
    void findsTheFrameInsideADamagedOne();
    void givesUpAnUnfinishedFrame();
    void requestsHaveTheirOwnLengths();
    void shortBodiesMakeEmptyValues();
    void randomBytesNeverHurt();
    void aGoodFrameBehindGarbageIsFound();
};

void TestFrame::encodesTheSampleReplies()
{
    // Samples of reference 1.5.
    QCOMPARE(encodeReply({0, 0, 0x9F, QByteArray(4, '\0')}), QByteArray::fromHex("AAAAAA9669000800009F0000000097"));
    QCOMPARE(encodeReply({0, 0, 0x90, QByteArray(8, '\0')}), QByteArray::fromHex("AAAAAA9669000C00009000000000000000009C"));
    QCOMPARE(encodeReply({0, 0, 0x90, QByteArray(4 + 256 + 1024, '\0')}).size(), qsizetype{1295});
    QCOMPARE(encodeReply({0, 0, 0x90, QByteArray(6 + 256 + 2048, '\0')}).size(), maximumReplyFrame);
}

void TestFrame::decodesFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("outcomes");
    const QByteArray good = replyFrame();
    QByteArray badCheck = good;
    badCheck.back() = static_cast<char>(badCheck.back() ^ 1);
    const int frame = int(Outcome::Frame);
    const int checksum = int(Outcome::BadChecksum);
    const int length = int(Outcome::BadLength);
    QTest::newRow("nothing") << QByteArray() << QList<int>{};
    QTest::newRow("one") << good << QList<int>{frame};
    QTest::newRow("two glued") << good + good << QList<int>{frame, frame};
    QTest::newRow("noise before") << "\xAA\x01\x96" + good << QList<int>{frame};
    QTest::newRow("extra preamble bytes") << "\xAA\xAA" + good << QList<int>{frame};
    QTest::newRow("noise between") << good + "noise" + good << QList<int>{frame, frame};
    QTest::newRow("bad check byte") << badCheck << QList<int>{checksum};
    QTest::newRow("bad check byte, then good") << badCheck + good << QList<int>{checksum, frame};
    QTest::newRow("length under the least") << QByteArray::fromHex("AAAAAA9669000390FF6C") << QList<int>{length};
    QTest::newRow("length zero") << QByteArray::fromHex("AAAAAA96690000") + good << QList<int>{length, frame};
    QTest::newRow("length over the most") << QByteArray::fromHex("AAAAAA9669FFFF") + good << QList<int>{length, frame};
    QTest::newRow("half a frame") << good.first(9) << QList<int>{};
    QTest::newRow("half a preamble") << QByteArray("\xAA\xAA\xAA\x96") << QList<int>{};
    QTest::newRow("longest") << replyFrame(maximumReplyFrame - 11) << QList<int>{frame};
    QTest::newRow("one too long") << replyFrame(maximumReplyFrame - 10) << QList<int>{length};
    QTest::newRow("preamble in the data") << encodeReply({0, 0, 0x90, framePreamble.toByteArray() + "ab"}) << QList<int>{frame};
}

void TestFrame::decodesFrames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QList<int>, outcomes);
    FrameDecoder decoder(FrameDecoder::Kind::Replies);
    QList<int> got;
    for (const FrameDecoder::Item &item : decoder.feed(bytes)) {
        got.append(int(item.outcome));
        QCOMPARE(item.body.isEmpty(), item.outcome != Outcome::Frame);
    }
    QCOMPARE(got, outcomes);
}

void TestFrame::takesFramesByteByByte()
{
    const Reply first{0, 0, 0x9F, QByteArray(4, '\0')};
    const Reply second{0x69, 0x88, 0x41, {}};
    const QByteArray stream = encodeReply(first) + encodeReply(second);
    FrameDecoder decoder(FrameDecoder::Kind::Replies);
    QList<Reply> replies;
    for (const char byte : stream) {
        for (const FrameDecoder::Item &item : decoder.feed(QByteArrayView(&byte, 1)))
            replies.append(replyFromBody(item.body));
    }
    QCOMPARE(replies, (QList<Reply>{first, second}));
    QVERIFY(!decoder.isInsideFrame());
    QCOMPARE(decoder.bufferedBytes(), qsizetype{0});
}

void TestFrame::findsTheFrameInsideADamagedOne()
{
    // A damaged length that swallows the good frame behind it.
    QByteArray damaged = replyFrame(4);
    damaged[6] = static_cast<char>(damaged.at(6) + 12);
    const Reply good{0, 0, 0x91, {}};
    FrameDecoder decoder(FrameDecoder::Kind::Replies);
    QList<Outcome> outcomes;
    for (const FrameDecoder::Item &item : decoder.feed(damaged + encodeReply(good) + QByteArray(8, '\0')))
        outcomes.append(item.outcome);
    QCOMPARE(outcomes, (QList<Outcome>{Outcome::BadChecksum, Outcome::Frame}));
}

void TestFrame::givesUpAnUnfinishedFrame()
{
    FrameDecoder decoder(FrameDecoder::Kind::Replies);
    QByteArray damaged = replyFrame(4);
    damaged[5] = 4; // 1024 bytes more
    QVERIFY(decoder.feed(damaged + replyFrame(6)).isEmpty());
    QVERIFY(decoder.isInsideFrame());
    const QList<FrameDecoder::Item> items = decoder.giveUp();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).outcome, Outcome::BadLength);
    QCOMPARE(items.at(1).outcome, Outcome::Frame);
    QVERIFY(decoder.giveUp().isEmpty());
    QCOMPARE(decoder.feed(replyFrame()).size(), 1);
}

void TestFrame::requestsHaveTheirOwnLengths()
{
    FrameDecoder decoder(FrameDecoder::Kind::Requests);
    const Request request{0x61, 0xFF, QByteArray(1, '\x50')};
    QList<FrameDecoder::Item> items = decoder.feed(encodeRequest(request));
    QCOMPARE(items.size(), 1);
    QCOMPARE(requestFromBody(items.first().body), request);
    items = decoder.feed(encodeRequest({1, 2, QByteArray(100, 'x')}));
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().outcome, Outcome::BadLength);
}

void TestFrame::shortBodiesMakeEmptyValues()
{
    QCOMPARE(replyFromBody("ab"), Reply{});
    QCOMPARE(requestFromBody("a"), Request{});
}

void TestFrame::randomBytesNeverHurt()
{
    QRandomGenerator random(20261123);
    FrameDecoder decoder(FrameDecoder::Kind::Replies);
    for (int round = 0; round < 3000; ++round) {
        QByteArray chunk;
        const int parts = random.bounded(1, 8);
        for (int part = 0; part < parts; ++part) {
            // Preambles with any length, so that the search goes deep.
            if (random.bounded(3) == 0)
                chunk += framePreamble.toByteArray() + static_cast<char>(random.bounded(10)) + static_cast<char>(random.bounded(256));
            for (int i = random.bounded(200); i > 0; --i)
                chunk.append(static_cast<char>(random.bounded(256)));
        }
        for (const FrameDecoder::Item &item : decoder.feed(chunk))
            QVERIFY(item.body.size() <= maximumReplyFrame);
        QVERIFY(decoder.bufferedBytes() < maximumReplyFrame);
        if (random.bounded(50) == 0)
            (void)decoder.giveUp();
    }
}

void TestFrame::aGoodFrameBehindGarbageIsFound()
{
    QRandomGenerator random(9901);
    for (int round = 0; round < 500; ++round) {
        FrameDecoder decoder(FrameDecoder::Kind::Replies);
        QByteArray stream;
        for (int i = random.bounded(400); i > 0; --i)
            stream.append(static_cast<char>(random.bounded(4) == 0 ? 0xAA : random.bounded(256)));
        const Reply wanted{0, 0, 0x90, QByteArray("wanted ") + QByteArray::number(round)};
        stream += encodeReply(wanted);
        QList<FrameDecoder::Item> items = decoder.feed(stream);
        items += decoder.giveUp();
        bool isFound = false;
        for (const FrameDecoder::Item &item : items)
            isFound = isFound || (item.outcome == Outcome::Frame && replyFromBody(item.body) == wanted);
        QVERIFY(isFound);
    }
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
