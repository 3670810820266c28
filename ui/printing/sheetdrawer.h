#pragma once
// The pages of a PDF drawn onto a QPrinter, one a turn of the event loop: for printers that are
// not of CUPS. Owned by whoever prints; GUI thread.

#include "app/base/result.h"

#include <QBuffer>
#include <QList>
#include <QObject>
#include <QPainter>
#include <QPdfDocument>

#include <memory>

class QPrinter;

class SheetDrawer final : public QObject
{
    Q_OBJECT

public:
    SheetDrawer(const QByteArray &pdf, std::unique_ptr<QPrinter> printer,
                QObject *parent = nullptr);
    ~SheetDrawer() override;

    // Answers with finished(), never at once.
    void start();

Q_SIGNALS:
    void finished(const Outcome &outcome);

private:
    void begin();
    void drawNext();
    void draw(int page);
    void finish(const Outcome &outcome);

    QByteArray m_pdf;
    QBuffer m_buffer;
    QPdfDocument m_document;
    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<QPainter> m_painter;
    QList<int> m_pages; // in the order of drawing, counted from 0
    qsizetype m_drawn = 0;
};
