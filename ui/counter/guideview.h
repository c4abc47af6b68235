// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>

#include <QTextBrowser>

namespace yichuang::ui {

/** The office guide (办事指南) of an item with every element a citizen may ask about, in groups; or what a life event holds. */
class GuideView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuideView(QWidget *parent = nullptr);
    void showItem(const domain::Catalogue &catalogue, const domain::ServiceItem &item);
    void showLifeEvent(const domain::Catalogue &catalogue, const domain::LifeEvent &event, QDate day);

private:
    [[nodiscard]] static QString basics(const domain::Catalogue &catalogue, const domain::ServiceItem &item);
    [[nodiscard]] static QString limits(const domain::ServiceItem &item);
    [[nodiscard]] static QString ways(const domain::ServiceItem &item);
    [[nodiscard]] static QString fees(const domain::ServiceItem &item);
    [[nodiscard]] static QString materials(const domain::ServiceItem &item);
    [[nodiscard]] static QString guidance(const domain::ServiceItem &item);
    [[nodiscard]] static QString law(const domain::ServiceItem &item);
};

} // namespace yichuang::ui
