#pragma once
// References to characters by their numbers: "&#38;", "&#x26;". Pure; any thread.
// https://html.spec.whatwg.org/#numeric-character-reference-state

#include <QByteArrayView>

#include <optional>

struct NumericReference
{
    char32_t number;  // as written; above 0x10FFFF where no character has it
    qsizetype length; // bytes, its semicolon included
    bool isClosed;    // by that
};

// The one that `text` begins with.
std::optional<NumericReference> numericReferenceAt(QByteArrayView text);
