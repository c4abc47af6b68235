// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// What the machine alone does to a ui thread: the longest events of a loop that only repaints an empty window, for
// as long as standard input stays open. The baseline of the stalls of the tour, run beside it.
#include <QMainWindow>
#include <QSocketNotifier>
#include <QTextStream>
#include <QTimer>
#include <desktop/tour/stallwatch.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    yichuang::app::WatchedApplication application(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    window.show();
    yichuang::app::StallWatch watch;
    application.setWatch(&watch);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &window, [&window] { window.update(); });
    timer.start(20);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [] { QCoreApplication::exit(0); });
    const int code = QApplication::exec();
    application.setWatch(nullptr);
    QTextStream(stdout) << watch.longestWallMs() << ' ' << watch.longestCpuMs() << Qt::endl;
    return code;
}
