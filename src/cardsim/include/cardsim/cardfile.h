// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/idcard.h>

#include <QStringList>

namespace yichuang::cardsim {

/** One card as it lies on the simulated reader. */
struct CardFile {
    domain::IdCard card;
    QStringList appendedAddresses; ///< at most four, 35 characters each
    bool hasFingerprint = false;
    /** Instead of the block made from `card`: for cards that no reader should accept. Empty or 256 bytes. */
    QByteArray rawTextBlock;

    /** Reads the JSON of one card (resources/demo/cards). Errors: WIRE-001 … 003 with the field's name and what it takes, never its value. */
    [[nodiscard]] static domain::Result<CardFile> fromJson(const QByteArray &json);
    /** The same from a file, which every error names; APP-003 when it cannot be read, WIRE-004 when it is longer than any card. */
    [[nodiscard]] static domain::Result<CardFile> load(const QString &path);

    [[nodiscard]] QByteArray textBlock() const;
    /** 1024 bytes that look like nothing, the same for the same number: the real format is closed. */
    [[nodiscard]] QByteArray photo() const;
    [[nodiscard]] QByteArray fingerprint() const;
    /** Address notes as the module sends them: 70 bytes each. */
    [[nodiscard]] QByteArray addressBlock() const;
    /** Eight bytes that tell this card from others to the module. */
    [[nodiscard]] QByteArray serialNumber() const;
};

} // namespace yichuang::cardsim
