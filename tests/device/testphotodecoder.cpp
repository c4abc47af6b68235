// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// A stand-in for a vendor's photo decoder: grey of the first byte; refuses a photo that begins with 0xFF.
#include <cstring>

#if defined(_WIN32)
#define EXPORTED extern "C" __declspec(dllexport)
#else
#define EXPORTED extern "C" __attribute__((visibility("default")))
#endif

EXPORTED int yichuang_decode_photo(const unsigned char *in, int inLength, unsigned char *bgrOut, int outLength)
{
    if (inLength != 1024 || outLength != 102 * 126 * 3 || in[0] == 0xFF)
        return -1;
    std::memset(bgrOut, in[0], static_cast<std::size_t>(outLength));
    return 0;
}
