// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

/** The one place of colours, sizes and spacing; the style sheet is generated from it. Sizes in device-independent pixels. */
namespace yichuang::ui::token {

constexpr QRgb ink = 0xff1b2430;
constexpr QRgb mute = 0xff5d6b7c;
constexpr QRgb faint = 0xff8b98a8;
constexpr QRgb line = 0xffd9dfe7;
constexpr QRgb softLine = 0xffedf0f4;
constexpr QRgb ground = 0xfff3f5f8;
constexpr QRgb card = 0xffffffff;
constexpr QRgb tableHead = 0xfff8fafc;
constexpr QRgb accent = 0xff1756a9;
constexpr QRgb accentDeep = 0xff10437f;
constexpr QRgb accentGround = 0xffe8f0fb;
constexpr QRgb accentLine = 0xffbcd3f1;
constexpr QRgb ok = 0xff15703c;
constexpr QRgb okGround = 0xffe6f4ea;
constexpr QRgb okLine = 0xffb9dfc7;
constexpr QRgb warn = 0xff8a5a00;
constexpr QRgb warnGround = 0xfffdf3dc;
constexpr QRgb warnLine = 0xffecd396;
constexpr QRgb warnBar = 0xffe0a52a;
constexpr QRgb bad = 0xffa6231c;
constexpr QRgb badGround = 0xfffbe9e7;
constexpr QRgb badLine = 0xffeab9b4;
constexpr QRgb muteGround = 0xffeef1f5;
constexpr QRgb track = 0xffe6ebf1;
constexpr QRgb photoGround = 0xffe3e8ef;

constexpr int textSize = 14;
constexpr int smallSize = 13;
constexpr int tinySize = 12;
constexpr int keySize = 11;
constexpr int brandSize = 16;
constexpr int nameSize = 18;
constexpr int bigSize = 22;

constexpr int headerHeight = 52;
constexpr int footerHeight = 28;
constexpr int railWidth = 76;
constexpr int railButtonHeight = 64;
constexpr int railIcon = 20;
constexpr int leftColumn = 292;
constexpr int rightColumn = 372;
constexpr int queueColumn = 188;
constexpr int detailColumn = 360;
constexpr int entryWidth = 420;
constexpr int labelColumn = 112;
constexpr int photoWidth = 76;
constexpr int photoHeight = 96;
constexpr int minimumWidth = 1180;
constexpr int minimumHeight = 640;

constexpr int gapPage = 12;
constexpr int gapWide = 14;
constexpr int gap = 8;
constexpr int gapSmall = 6;
constexpr int gapTiny = 4;
constexpr int radiusCard = 6;
constexpr int radius = 4;
constexpr int radiusTag = 3;
constexpr int certificateHeight = 82;
constexpr int certificateGap = 10;
constexpr int rowHeight = 38;
constexpr int departmentHeight = 30;
constexpr int hitHeight = 46;
constexpr int partHeight = 64;
constexpr int fileHeight = 26;
constexpr int focusLine = 2; // both sides of the frame around a list that has the keyboard
constexpr int barHeight = 6;
constexpr int stepCircle = 20;
constexpr int dot = 8;

} // namespace yichuang::ui::token
