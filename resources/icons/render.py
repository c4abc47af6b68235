#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Renders the icons from simple shapes at 1x, 1.5x and 2x. Run once after changing a shape; the PNGs are committed.

A shape is a distance function on a 20 x 20 grid; coverage is taken from the distance, so every size is smooth.
"""
import math
import os
import struct
import zlib

INK = (0x5D, 0x6B, 0x7C)
ACCENT = (0x17, 0x56, 0xA9)
WIDTH = 1.5


def segment(ax, ay, bx, by):
    def distance(x, y):
        dx, dy = bx - ax, by - ay
        t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
        return math.hypot(x - ax - t * dx, y - ay - t * dy) - WIDTH / 2
    return distance


def box(left, top, right, bottom, radius=1.5, filled=False):
    cx, cy, hx, hy = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2

    def distance(x, y):
        qx, qy = abs(x - cx) - hx + radius, abs(y - cy) - hy + radius
        edge = math.hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - radius
        return edge if filled else abs(edge) - WIDTH / 2
    return distance


def circle(cx, cy, r, filled=False):
    return lambda x, y: (math.hypot(x - cx, y - cy) - r) if filled else abs(math.hypot(x - cx, y - cy) - r) - WIDTH / 2


COUNTER = [box(3, 3, 17, 17, 2), box(7, 7, 13, 13, 1, True)]
CASES = [box(3, 3, 17, 17, 2), segment(6.5, 7, 13.5, 7), segment(6.5, 10, 13.5, 10), segment(6.5, 13, 13.5, 13)]
SYNC = [segment(6.5, 16, 6.5, 4), segment(6.5, 4, 3.5, 7), segment(6.5, 4, 9.5, 7),
        segment(13.5, 4, 13.5, 16), segment(13.5, 16, 10.5, 13), segment(13.5, 16, 16.5, 13)]
CHEVRON = [segment(5, 8, 10, 13), segment(10, 13, 15, 8)]
TICK = [segment(4, 10.5, 8.5, 15), segment(8.5, 15, 16, 5.5)]
WINDOW = [box(2, 2, 18, 18, 3), segment(2, 8, 18, 8), box(6, 11, 14, 15, 1, True)]
ICONS = {
    "counter": (COUNTER, INK), "counter-on": (COUNTER, ACCENT),
    "cases": (CASES, INK), "cases-on": (CASES, ACCENT),
    "sync": (SYNC, INK), "sync-on": (SYNC, ACCENT),
    "chevron-down": (CHEVRON, INK), "tick": (TICK, (0xFF, 0xFF, 0xFF)), "yichuang": (WINDOW, ACCENT),
}


def png(size, shapes, colour):
    step = 20 / size
    rows = bytearray()
    for row in range(size):
        rows.append(0)
        for column in range(size):
            d = min(shape((column + 0.5) * step, (row + 0.5) * step) for shape in shapes)
            rows += bytes(colour) + bytes([round(255 * max(0.0, min(1.0, 0.5 - d / step)))])

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b""))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    for name, (shapes, colour) in ICONS.items():
        base = 64 if name == "yichuang" else 14 if name == "tick" else 12 if name == "chevron-down" else 20
        for scale, suffix in ((1, ""), (1.5, "@1.5x"), (2, "@2x")):
            with open(os.path.join(here, name + suffix + ".png"), "wb") as out:
                out.write(png(int(base * scale), shapes, colour))


if __name__ == "__main__":
    main()
