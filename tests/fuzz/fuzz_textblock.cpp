// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as the text block of a card: no crash, and what was read survives being written and read again.
#include <domain/idcard.h>

#include <cstdlib>

using namespace yichuang::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto card = IdCard::fromTextBlock(QByteArrayView(data, qsizetype(size)));
    if (!card)
        return 0;
    const auto again = IdCard::fromTextBlock(card->toTextBlock());
    if (!again || !(*again == *card))
        std::abort();
    return 0;
}
