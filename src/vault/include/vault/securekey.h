// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDebug>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace yichuang::vault {

/** Overwrites `size` bytes in a way that the optimiser may not drop. */
void secureWipe(void *bytes, std::size_t size) noexcept;

/**
 * Wipes a QByteArray in place and empties it. True when `bytes` was the only owner and the memory is zeroed;
 * false when it was shared: then nothing is overwritten, because data() would detach and wipe a fresh copy.
 */
bool secureWipe(QByteArray &bytes) noexcept;

/**
 * A 256-bit key in a memory page of its own: locked in RAM where the system allows it, left out of core dumps,
 * wiped on destruction. It cannot be copied or written to a log. A moved-from or default key is not valid.
 */
class SecureKey
{
public:
    /** Bytes in a key. */
    static constexpr std::size_t Size = 32;

    SecureKey() noexcept = default;
    ~SecureKey();
    SecureKey(SecureKey &&other) noexcept;
    SecureKey &operator=(SecureKey &&other) noexcept;
    SecureKey(const SecureKey &) = delete;
    SecureKey &operator=(const SecureKey &) = delete;

    /** A new key from the system's random generator; not valid when no memory could be had. */
    [[nodiscard]] static SecureKey generate();
    /** Takes over exactly 32 bytes and wipes the source whatever its size; any other size gives a key that is not valid. */
    [[nodiscard]] static SecureKey take(QByteArray &bytes);

    [[nodiscard]] bool isValid() const noexcept { return m_page != nullptr; }
    /** The 32 bytes, or nullptr when the key is not valid. */
    [[nodiscard]] const std::uint8_t *data() const noexcept { return m_page; }
    /** A copy for an interface that wants a QByteArray; the caller wipes it with secureWipe. */
    [[nodiscard]] QByteArray toByteArray() const;
    /** 32 hexadecimal digits that tell two keys apart and reveal nothing of either (truncated SHA-256 with a prefix). */
    [[nodiscard]] QByteArray keyId() const;
    /** Compares in constant time; two keys that are not valid are not equal. */
    [[nodiscard]] bool sameAs(const SecureKey &other) const noexcept;

private:
    bool allocate() noexcept;
    void clear() noexcept;

    std::uint8_t *m_page = nullptr;
};

/** A key shared by the connections that open one store; wiped when the last holder lets go. */
using KeyHandle = std::shared_ptr<const SecureKey>;

/** A generated key ready to share; the key inside is not valid when no memory could be had. */
[[nodiscard]] KeyHandle newKeyHandle();

QDebug operator<<(QDebug, const SecureKey &) = delete;
QDebug operator<<(QDebug, const KeyHandle &) = delete;

} // namespace yichuang::vault
