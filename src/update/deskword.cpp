// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/deskword.h>

namespace yichuang::update {

namespace {

struct Spelling {
    DeskWord word;
    const char *line;
};

constexpr Spelling spellings[] = {{DeskWord::Now, "now\n"},         {DeskWord::Started, "started\n"}, {DeskWord::Works, "works\n"},
                                  {DeskWord::Excused, "excused\n"}, {DeskWord::Failed, "failed\n"}};

} // namespace

QByteArray toBytes(DeskWord word)
{
    for (const Spelling &one : spellings) {
        if (one.word == word)
            return one.line;
    }
    return {};
}

std::optional<DeskWord> deskWordFrom(QByteArrayView line)
{
    for (const Spelling &one : spellings) {
        if (line == QByteArrayView(one.line))
            return one.word;
    }
    return std::nullopt;
}

QString serviceAddress()
{
    return QStringLiteral("yichuang-updates");
}

} // namespace yichuang::update
