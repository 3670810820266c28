#pragma once
// One window for every start: a program that is started while another one of the same person, with
// the same library, is running gives it what it was asked for over a local socket, and ends. This
// side needs neither an application object nor a screen. Any thread; waits two seconds at most.

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

struct HandoverRequest
{
    QStringList paths; // absolute; none: only the window is wanted
    bool wantsNewWindow = false;
    QByteArray activationToken; // of xdg-activation, or X11's startup id; may be empty

    // One line, with its end. Nothing, when it is none of ours.
    QByteArray toBytes() const;
    static std::optional<HandoverRequest> fromBytes(const QByteArray &line);

    bool operator==(const HandoverRequest &other) const = default;
};

inline constexpr char handoverTaken[] = "broadsheet: taken\n"; // the answer
inline constexpr qsizetype longestHandover = 1024 * 1024;      // bytes of a request

// The socket of the program that has this library open, in $XDG_RUNTIME_DIR; of a Flatpak, in the
// folder there that all its starts share. Empty when that is no folder of one's own: then nothing
// is handed over.
// https://specifications.freedesktop.org/basedir-spec/latest/
QString handoverAddress(const QString &library);

// Whether it was taken. False when nobody is there, and when whoever is there is another person's
// program or does not answer as ours does.
bool handOver(const QString &address, const HandoverRequest &request);

// Whether the other end of a connected socket belongs to the same person.
bool isOwnPeer(int descriptor);
