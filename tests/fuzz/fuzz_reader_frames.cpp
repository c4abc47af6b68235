// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Bytes from a reader's line: frames are cut, replies taken apart, a text block read. Memory stays bounded and every
// frame that is accepted encodes back to bytes that decode to the same frame.
#include <device/frame.h>
#include <device/replydata.h>
#include <device/status.h>
#include <domain/idcard.h>

#include <cstdlib>

using namespace yichuang::device;

namespace {
void demand(bool condition)
{
    if (!condition)
        std::abort();
}

void useReply(const QByteArray &body)
{
    const Reply reply = replyFromBody(body);
    FrameDecoder again(FrameDecoder::Kind::Replies);
    const QList<FrameDecoder::Item> items = again.feed(encodeReply(reply));
    demand(items.size() == 1 && items.first().body == body);
    demand(statusInfo(reply.sw3).status == reply.sw3);
    for (const BaseLayout layout : {BaseLayout::TextAndPhoto, BaseLayout::TextPhotoAndFingerprint}) {
        const auto data = parseBaseData(reply.data, layout);
        if (data)
            (void)yichuang::domain::IdCard::fromTextBlock(data->text);
    }
    (void)parseAppendedAddresses(reply.data);
    (void)parseSamNumber(reply.data);
    (void)parseManagementNumber(reply.data);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    // The first byte says in what pieces the rest comes.
    const qsizetype piece = bytes[0] + 1;
    QByteArrayView rest(reinterpret_cast<const char *>(bytes) + 1, static_cast<qsizetype>(size) - 1);
    FrameDecoder replies(FrameDecoder::Kind::Replies);
    FrameDecoder requests(FrameDecoder::Kind::Requests);
    while (!rest.isEmpty()) {
        const QByteArrayView part = rest.first(qMin(piece, rest.size()));
        rest = rest.sliced(part.size());
        for (const FrameDecoder::Item &item : replies.feed(part)) {
            if (item.outcome == FrameDecoder::Outcome::Frame)
                useReply(item.body);
        }
        for (const FrameDecoder::Item &item : requests.feed(part))
            (void)requestFromBody(item.body);
        demand(replies.bufferedBytes() < maximumReplyFrame && requests.bufferedBytes() < maximumReplyFrame);
    }
    (void)replies.giveUp();
    demand(replies.bufferedBytes() == 0);
    return 0;
}
