// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The least that a Qt program with a window can be: the baseline of the start, warm and cold.
#include "firstpaint.h"

#include <QMainWindow>

int main(int argc, char **argv)
{
    using namespace yichuang::bench;
    PaintProbe application(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    application.listen([](PaintProbe::Moment end, const QSet<const QObject *> &) {
        tellMoment("painted", end);
        tellFiles();
        QCoreApplication::exit(0);
    });
    window.show();
    return QApplication::exec();
}
