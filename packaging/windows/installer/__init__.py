# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Puts the desktop for Windows together and packs it as an MSI; licences and bill of materials as the Linux packages have them."""
import pathlib
import sys

# Versions, licences and bills of materials are made as for Linux.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "linux"))
