#pragma once
// A CUPS server of the test's own, on loopback, with its queues and its files in a temporary
// folder: Debian's cupsd, its filters and its lp, and nothing of the machine's own printing. Tests
// only.

#include "tests/ui/printing/pdftools.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

class CupsServer final
{
public:
    // Listens at a port that was free a moment ago, and is what libcups and lp ask from then on.
    bool start()
    {
        using namespace Qt::StringLiterals;
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            return false;
        m_port = free.serverPort();
        free.close();
        // Started by root, the server lets its filters run as somebody else.
        QFile::setPermissions(m_folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                  | QFile::ExeGroup | QFile::ExeOther);
        for (const auto &folder : {u"root/ppd"_s, u"state"_s, u"cache"_s, u"requests"_s, u"out"_s})
            QDir(m_folder.path()).mkpath(folder);
        write(u"cups-files.conf"_s,
              "ServerRoot @/root\nStateDir @/state\nCacheDir @/cache\nTempDir @/cache\n"
              "RequestRoot @/requests\nAccessLog @/access_log\nErrorLog @/error_log\n"
              "PageLog @/page_log\nFileDevice Yes\nSandboxing relaxed\n");
        const QByteArray all = "Order allow,deny\nAllow all\n";
        write(u"cupsd.conf"_s,
              "Listen 127.0.0.1:" + QByteArray::number(m_port)
                  + "\nBrowsing Off\nDefaultAuthType None\n"
                    "PageLogFormat %C pages, %{sides}, %{job-name}\n<Location />\n"
                  + all + "</Location>\n<Location /admin>\n" + all
                  + "</Location>\n<Policy default>\n<Limit All>\n" + all + "</Limit>\n</Policy>\n");
        qputenv("CUPS_SERVER", "127.0.0.1:" + QByteArray::number(m_port));
        m_server.start(u"/usr/sbin/cupsd"_s,
                       {u"-f"_s, u"-c"_s, m_folder.filePath(u"cupsd.conf"_s), u"-s"_s,
                        m_folder.filePath(u"cups-files.conf"_s)});
        return m_server.waitForStarted() && QTest::qWaitFor([this] { return answers(); }, 20000);
    }

    ~CupsServer() { stop(); }

    void stop()
    {
        m_server.terminate();
        m_server.waitForFinished(10000);
    }

    // A queue whose printer takes PDF and is a file: what is in it has come out of the printer.
    bool addQueue(const QString &name)
    {
        using namespace Qt::StringLiterals;
        return run(u"lpadmin"_s,
                   {u"-p"_s, name, u"-E"_s, u"-v"_s, u"file://"_s + outputOf(name), u"-P"_s,
                    u"" TEST_DATA "/paper/plain.ppd"_s});
    }

    // One of Debian's CUPS-PDF, which puts its files into the home of whoever prints.
    bool addCupsPdfQueue(const QString &name)
    {
        using namespace Qt::StringLiterals;
        return run(u"lpadmin"_s,
                   {u"-p"_s, name, u"-E"_s, u"-v"_s, u"cups-pdf:/"_s, u"-P"_s,
                    u"/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"_s});
    }

    // Whether all that was sent to the queue is through.
    static bool isThrough(const QString &queue)
    {
        QProcess lpstat;
        lpstat.start(QStringLiteral("lpstat"), {QStringLiteral("-o"), queue});
        return lpstat.waitForFinished(20000) && lpstat.readAllStandardOutput().isEmpty();
    }

    static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(20000) && process.exitCode() == 0;
    }

    QString outputOf(const QString &queue) const
    {
        return m_folder.filePath(QStringLiteral("out/%1.pdf").arg(queue));
    }

    // "6 pages, two-sided-long-edge, Ferry to return": one line a job that is through.
    QStringList jobs() const
    {
        const QByteArray log = pdftools::contentOf(m_folder.filePath(QStringLiteral("page_log")));
        return QString::fromUtf8(log).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

private:
    bool answers() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(200);
    }

    void write(const QString &name, QByteArray text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.replace('@', m_folder.path().toLocal8Bit()));
    }

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_server;
};
