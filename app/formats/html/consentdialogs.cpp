#include "app/formats/html/consentdialogs.h"

#include "app/formats/html/namepattern.h"
#include "app/formats/html/refrainphrases.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLine = 1500;   // letters
constexpr int longestDialog = 4000; // letters
constexpr int apart = 600;          // letters beside a line that stands in a dialog

struct CookieWord
{
    QStringView letters;
    qsizetype rarest; // which of them
};

constexpr CookieWord cookieWords[] = {{u"cookie", 3},  {u"kakor", 0},  {u"informasjonskapsler", 12},
                                      {u"evästei", 1}, {u"çerez", 4},  {u"クッキー", 0},
                                      {u"쿠키", 0},    {u"עוגיות", 0}, {u"ملفات تعريف", 2}};

// Nearly no letter of a text is the rarest of one of those.
constexpr auto asciiRarest = [] {
    std::array<bool, 0x80> letters{};
    for (const CookieWord &word : cookieWords) {
        const char16_t letter = word.letters[word.rarest].unicode();
        if (letter < letters.size())
            letters[letter] = letters[letter - u'a' + u'A'] = true;
    }
    return letters;
}();

bool isRarest(char16_t c)
{
    return c < asciiRarest.size() ? asciiRarest[c]
                                  : std::ranges::any_of(cookieWords, [c](const CookieWord &word) {
                                        return c == word.letters[word.rarest];
                                    });
}

// One pass over all text of a page: at the rarest letter of a word the word is compared.
bool namesCookies(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isRarest(text[i].unicode()))
            continue;
        const QChar letter = text[i].toCaseFolded();
        const bool isOne = std::ranges::any_of(cookieWords, [&](const CookieWord &word) {
            return letter == word.letters[word.rarest] && i >= word.rarest
                && text.sliced(i - word.rarest).startsWith(word.letters, Qt::CaseInsensitive);
        });
        if (isOne)
            return true;
    }
    return false;
}

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ');
    return QSet<QString>(list.begin(), list.end());
}

// The site speaks of itself, and of what it wants.
bool asks(const QString &folded)
{
    static const QSet<QString> own = setOf(
        u"we our us wir uns unsere unserer unseren nous notre nos utilizamos usamos nuestro "
        u"nuestra "
        "nuestros utilizziamo usiamo nostro nostri nosso nossa nossos wij we onze używamy "
        "korzystamy "
        "nasza nasi мы наш наши vi vår våra vores våre käytämme používáme naši kullanıyoruz"_s);
    static const QSet<QString> wanted = setOf(
        u"accept consent agree partners privacy technologies personalised personalized reject "
        "akzeptieren zustimmen zustimmung einwilligung widersprechen widerrufen techniken "
        "technologien datenschutz datenschutzerklärung partnern accepter accepter consentement "
        "partenaires refuser confidentialité personnalisés aceptar consentimiento privacidad "
        "rechazar "
        "socios accetta consenso rifiuta privacy fornitori aceitar consentimento privacidade "
        "parceiros "
        "rejeitar accepteren toestemming weigeren akceptuję zgodę zgoda prywatności partnerzy "
        "принять "
        "согласие конфиденциальности godkänn samtycke samtykke hyväksy suostumus souhlas partnery"_s);
    const QStringList words = folded.split(u' ');
    QSet<QString> found;
    bool isOwn = false;
    for (const QString &word : words) {
        isOwn = isOwn || own.contains(word);
        if (wanted.contains(word))
            found.insert(word);
    }
    return isOwn && found.size() >= 2;
}

bool isDialog(const HtmlNode &node)
{
    static const NamePattern name(
        u"cookie|consent|gdpr|dialog|modal|overlay|banner|pop-?up|notice|onetrust|didomi"_s);
    const QString role = node.attribute("role"_L1);
    return role == "dialog"_L1 || role == "alertdialog"_L1 || name.matches(node);
}

bool standsApart(const PageFacts &facts, int line)
{
    const int parent = facts.node(line).parent;
    return parent > 0 && facts.node(parent).tag != HtmlTag::Body
        && facts.counts(parent).letters <= facts.counts(line).letters + apart;
}

// The dialog around a line, or the line.
int dialogAround(const PageFacts &facts, int line, int heading)
{
    int dialog = line;
    for (int up = facts.node(line).parent; up > 0; up = facts.node(up).parent) {
        const HtmlTag tag = facts.node(up).tag;
        if (tag == HtmlTag::Body || facts.isWithin(heading, up)
            || facts.counts(up).letters > longestDialog)
            break;
        if (isDialog(facts.node(up)))
            dialog = up;
    }
    return dialog;
}

} // namespace

bool asksForConsent(const QString &line)
{
    if (!namesCookies(line))
        return false;
    const QString folded = foldedWords(line);
    return beginsAsConsent(folded) || asks(folded);
}

bool leaveOutConsent(PageFacts &facts, int heading)
{
    if (heading >= 0 && namesCookies(visibleText(facts.document(), heading)))
        return false;
    bool isAny = false;
    for (int i = 0; i < facts.size(); ++i) {
        const HtmlNode &node = facts.node(i);
        if (node.tag != HtmlTag::Text || facts.counts(i).letters < 8 || !namesCookies(node.text))
            continue;
        const int line = blockOf(facts.document(), i);
        if (line <= 0 || facts.node(line).tag == HtmlTag::Body
            || facts.counts(line).letters > longestLine || facts.isWithin(heading, line))
            continue;
        const QString text = visibleText(facts.document(), line);
        const QString folded = foldedWords(text);
        if (text.isEmpty() || !text.front().isLetter()) // a button; somebody is quoted
            continue;
        if (!beginsAsConsent(folded) && !(standsApart(facts, line) && asks(folded)))
            continue;
        const int dialog = dialogAround(facts, line, heading);
        facts.leaveOut(dialog);
        isAny = true;
        i = facts.node(dialog).end - 1;
    }
    return isAny;
}
