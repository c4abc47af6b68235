// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// SQLCipher's cryptography on Windows: the system's own (CNG, bcrypt.dll), so that no OpenSSL is brought along. The file
// format is that of the other systems: AES-256-CBC, HMAC and PBKDF2 as SQLCipher 4 asks for them.
#include <array>
#include <cstring>

#include <windows.h>

#include <bcrypt.h>

namespace {

constexpr int ok = 0;    // SQLITE_OK
constexpr int error = 1; // SQLITE_ERROR
constexpr std::size_t blockSize = 16;
// SQLCipher's numbers: 0 SHA-1, 1 SHA-256, 2 SHA-512.
constexpr std::array<int, 3> hmacSize{20, 32, 64};

std::array<BCRYPT_ALG_HANDLE, 3> hmacAlgorithm{};
BCRYPT_ALG_HANDLE aesAlgorithm = nullptr;

bool isKnown(int algorithm)
{
    return algorithm >= 0 && algorithm < static_cast<int>(hmacSize.size());
}

/** CNG declares what it only reads as writable. */
PUCHAR readOnly(const unsigned char *bytes)
{
    return const_cast<PUCHAR>(bytes);
}

ULONG length(int size)
{
    return static_cast<ULONG>(size);
}

void shutDown()
{
    for (BCRYPT_ALG_HANDLE &algorithm : hmacAlgorithm) {
        if (algorithm)
            BCryptCloseAlgorithmProvider(algorithm, 0);
        algorithm = nullptr;
    }
    if (aesAlgorithm)
        BCryptCloseAlgorithmProvider(aesAlgorithm, 0);
    aesAlgorithm = nullptr;
}

int start()
{
    constexpr std::array<const wchar_t *, 3> names{BCRYPT_SHA1_ALGORITHM, BCRYPT_SHA256_ALGORITHM, BCRYPT_SHA512_ALGORITHM};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (BCryptOpenAlgorithmProvider(&hmacAlgorithm.at(i), names.at(i), nullptr, BCRYPT_ALG_HANDLE_HMAC_FLAG) != 0)
            return error;
    }
    if (BCryptOpenAlgorithmProvider(&aesAlgorithm, BCRYPT_AES_ALGORITHM, nullptr, 0) != 0)
        return error;
    std::array<wchar_t, 16> mode{BCRYPT_CHAIN_MODE_CBC};
    const NTSTATUS set = BCryptSetProperty(aesAlgorithm, BCRYPT_CHAINING_MODE, reinterpret_cast<PUCHAR>(mode.data()),
                                           sizeof BCRYPT_CHAIN_MODE_CBC, 0);
    return set == 0 ? ok : error;
}

/** CNG gathers entropy by itself; what SQLite adds is not needed. */
int addRandom(void * /*context*/, const void * /*bytes*/, int /*size*/)
{
    return ok;
}

int random(void * /*context*/, void *bytes, int size)
{
    return BCryptGenRandom(nullptr, static_cast<PUCHAR>(bytes), length(size), BCRYPT_USE_SYSTEM_PREFERRED_RNG) == 0 ? ok : error;
}

int hmac(void * /*context*/, int algorithm, const unsigned char *key, int keySize, const unsigned char *in, int inSize,
         const unsigned char *more, int moreSize, unsigned char *out)
{
    BCRYPT_HASH_HANDLE hash = nullptr;
    if (!isKnown(algorithm) || !in)
        return error;
    const auto at = static_cast<std::size_t>(algorithm);
    if (BCryptCreateHash(hmacAlgorithm.at(at), &hash, nullptr, 0, readOnly(key), length(keySize), 0) != 0)
        return error;
    const bool made = BCryptHashData(hash, readOnly(in), length(inSize), 0) == 0
        && (!more || BCryptHashData(hash, readOnly(more), length(moreSize), 0) == 0)
        && BCryptFinishHash(hash, out, length(hmacSize.at(at)), 0) == 0;
    BCryptDestroyHash(hash);
    return made ? ok : error;
}

int deriveKey(void * /*context*/, int algorithm, const unsigned char *password, int passwordSize, const unsigned char *salt, int saltSize,
              int rounds, int keySize, unsigned char *key)
{
    if (!isKnown(algorithm))
        return error;
    const NTSTATUS made = BCryptDeriveKeyPBKDF2(hmacAlgorithm.at(static_cast<std::size_t>(algorithm)), readOnly(password),
                                                length(passwordSize), readOnly(salt), length(saltSize),
                                                static_cast<ULONGLONG>(rounds), key, length(keySize), 0);
    return made == 0 ? ok : error;
}

int encryptOrDecrypt(void * /*context*/, int encrypts, const unsigned char *key, int keySize, const unsigned char *iv,
                     const unsigned char *in, int size, unsigned char *out)
{
    BCRYPT_KEY_HANDLE handle = nullptr;
    if (BCryptGenerateSymmetricKey(aesAlgorithm, &handle, nullptr, 0, readOnly(key), length(keySize), 0) != 0)
        return error;
    // CNG counts on in this array.
    std::array<UCHAR, blockSize> vector{};
    std::memcpy(vector.data(), iv, blockSize);
    ULONG got = 0;
    const auto run = encrypts ? BCryptEncrypt : BCryptDecrypt;
    const NTSTATUS done = run(handle, readOnly(in), length(size), nullptr, vector.data(), blockSize, out, length(size), &got, 0);
    BCryptDestroyKey(handle);
    return done == 0 && got == length(size) ? ok : error;
}

int keepNothing(void ** /*context*/)
{
    return ok;
}

} // namespace

/** The layout of the pinned SQLCipher (struct sqlcipher_provider in its sqlite3.c); it has no header of its own. */
struct sqlcipher_provider
{
    int (*init)();
    void (*shutdown)();
    const char *(*get_provider_name)(void *);
    int (*add_random)(void *, const void *, int);
    int (*random)(void *, void *, int);
    int (*hmac)(void *, int, const unsigned char *, int, const unsigned char *, int, const unsigned char *, int, unsigned char *);
    int (*kdf)(void *, int, const unsigned char *, int, const unsigned char *, int, int, int, unsigned char *);
    int (*cipher)(void *, int, const unsigned char *, int, const unsigned char *, const unsigned char *, int, unsigned char *);
    const char *(*get_cipher)(void *);
    int (*get_key_sz)(void *);
    int (*get_iv_sz)(void *);
    int (*get_block_sz)(void *);
    int (*get_hmac_sz)(void *, int);
    int (*ctx_init)(void **);
    int (*ctx_free)(void **);
    int (*fips_status)(void *);
    const char *(*get_provider_version)(void *);
    sqlcipher_provider *next;
};

/** SQLCIPHER_CRYPTO_CUSTOM names this function; SQLCipher calls it before it opens its first file. */
extern "C" int yichuang_cng_setup(sqlcipher_provider *provider)
{
    provider->init = start;
    provider->shutdown = shutDown;
    provider->get_provider_name = [](void *) { return "cng"; };
    provider->get_provider_version = [](void *) { return "Windows CNG"; };
    provider->add_random = addRandom;
    provider->random = random;
    provider->hmac = hmac;
    provider->kdf = deriveKey;
    provider->cipher = encryptOrDecrypt;
    provider->get_cipher = [](void *) { return "AES-256-CBC"; };
    provider->get_key_sz = [](void *) { return 32; };
    provider->get_iv_sz = [](void *) { return static_cast<int>(blockSize); };
    provider->get_block_sz = [](void *) { return static_cast<int>(blockSize); };
    provider->get_hmac_sz = [](void *, int algorithm) { return isKnown(algorithm) ? hmacSize.at(static_cast<std::size_t>(algorithm)) : 0; };
    provider->ctx_init = keepNothing;
    provider->ctx_free = keepNothing;
    provider->fips_status = [](void *) { return 0; };
    return ok;
}
