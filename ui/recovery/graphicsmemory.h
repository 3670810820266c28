#pragma once
// Remembers that this machine's graphics processor cannot be trusted: a driver that ends the
// program does so when it is first used, before anything can be seen. A file with one word; GUI
// thread.

#include <QString>

class GraphicsMemory
{
public:
    // Reads what is there; makes nothing.
    explicit GraphicsMemory(const QString &file);

    // Whether pages must be drawn without the processor, because a start that used it did not live
    // to show anything.
    bool isDistrusted() const { return m_isDistrusted; }
    // Whether this is the first start since.
    bool isNews() const { return m_isNews; }

    // This start is about to use the processor, unless it is distrusted; before the engine is
    // loaded.
    void begin();
    void worked(); // there is something on the screen, or the program ends well
    void trustAgain();

private:
    void write(const QByteArray &word) const;

    QString m_file;
    bool m_wasTrying;
    bool m_isDistrusted;
    bool m_isTrying = false;
    bool m_isNews = false;
};
