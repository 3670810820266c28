#pragma once
// What the commands of broadsheet-cli say: results on standard output, one line for each thing that
// failed on standard error. Plain functions for the one thread of the program.

#include "app/base/result.h"

#include <QByteArray>

// How a command ends, as the manual page says.
enum ExitStatus { Done = 0, SomeFailed = 1, WrongUsage = 2 };

// False when nothing more can be written, which is said on standard error: time to stop.
bool print(const QByteArray &text);

// Writes what print() has held back; false as there.
bool finishPrinting();

// "broadsheet-cli: notes.bin: this file is not text". The name is the file's as it was given, byte
// for byte but for line ends and controls, which would break the one line.
void printProblem(const QByteArray &name, const Error &error);
