// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/securekey.h>

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <array>
#include <cstring>
#include <utility>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace yichuang::vault {

namespace {

#ifdef Q_OS_WIN

constexpr std::size_t pageSize()
{
    return 4096;
}

void *takePage() noexcept
{
    void *page = VirtualAlloc(nullptr, pageSize(), MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (page)
        VirtualLock(page, pageSize());
    return page;
}

void givePageBack(void *page) noexcept
{
    VirtualUnlock(page, pageSize());
    VirtualFree(page, 0, MEM_RELEASE);
}

#else

std::size_t pageSize()
{
    return static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void *takePage() noexcept
{
    void *page = mmap(nullptr, pageSize(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return nullptr;
    // Locking may be refused by RLIMIT_MEMLOCK: the key is then wiped all the same, only not kept from swap.
    mlock(page, pageSize());
#ifdef MADV_DONTDUMP
    madvise(page, pageSize(), MADV_DONTDUMP);
#endif
    return page;
}

void givePageBack(void *page) noexcept
{
    munlock(page, pageSize());
    munmap(page, pageSize());
}

#endif

} // namespace

void secureWipe(void *bytes, std::size_t size) noexcept
{
    if (!bytes || size == 0)
        return;
#if defined(Q_OS_WIN)
    SecureZeroMemory(bytes, size);
#elif defined(__GLIBC__)
    explicit_bzero(bytes, size);
#else
    volatile auto *at = static_cast<volatile unsigned char *>(bytes);
    while (size--)
        *at++ = 0;
#endif
}

bool secureWipe(QByteArray &bytes) noexcept
{
    const bool sole = bytes.isDetached();
    if (sole)
        secureWipe(bytes.data(), static_cast<std::size_t>(qMax(bytes.capacity(), bytes.size())));
    bytes = QByteArray();
    return sole;
}

SecureKey::~SecureKey()
{
    clear();
}

SecureKey::SecureKey(SecureKey &&other) noexcept : m_page(std::exchange(other.m_page, nullptr)) {}

SecureKey &SecureKey::operator=(SecureKey &&other) noexcept
{
    if (this != &other) {
        clear();
        m_page = std::exchange(other.m_page, nullptr);
    }
    return *this;
}

bool SecureKey::allocate() noexcept
{
    clear();
    m_page = static_cast<std::uint8_t *>(takePage());
    return m_page != nullptr;
}

void SecureKey::clear() noexcept
{
    if (!m_page)
        return;
    secureWipe(m_page, Size);
    givePageBack(m_page);
    m_page = nullptr;
}

SecureKey SecureKey::generate()
{
    SecureKey key;
    if (key.allocate()) {
        std::array<quint32, Size / sizeof(quint32)> words;
        QRandomGenerator::system()->fillRange(words.data(), words.size());
        std::memcpy(key.m_page, words.data(), Size);
        secureWipe(words.data(), Size);
    }
    return key;
}

KeyHandle newKeyHandle()
{
    return std::make_shared<SecureKey>(SecureKey::generate());
}

SecureKey SecureKey::take(QByteArray &bytes)
{
    SecureKey key;
    if (bytes.size() == qsizetype(Size) && key.allocate())
        std::memcpy(key.m_page, bytes.constData(), Size);
    secureWipe(bytes);
    return key;
}

QByteArray SecureKey::toByteArray() const
{
    return m_page ? QByteArray(reinterpret_cast<const char *>(m_page), Size) : QByteArray();
}

QByteArray SecureKey::keyId() const
{
    if (!m_page)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("yichuang key id 1:"));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(m_page), qsizetype(Size)));
    return hash.result().left(16).toHex();
}

bool SecureKey::sameAs(const SecureKey &other) const noexcept
{
    if (!m_page || !other.m_page)
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < Size; ++i)
        difference |= unsigned(m_page[i] ^ other.m_page[i]);
    return difference == 0;
}

} // namespace yichuang::vault
