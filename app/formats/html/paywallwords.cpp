#include "app/formats/html/paywallwords.h"

#include "app/formats/html/expression.h"
#include "app/formats/html/neededwords.h"

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAsk = 300; // characters
constexpr qsizetype longestLead = 40;

// A language a line.
constexpr QStringView asks[] = {
    u"\\b(?:subscri\\w+|sign[ -](?:in|up)|log[ -]?in|register|join|(?:free|registered) account)\\b"
    ".{0,60}\\b(?:to|and) (?:continue\\b|keep reading\\b|(?:read|unlock|access|view)(?:\\W*$|"
    "(?: \\w+){0,4} (?:article|stor(?:y|ies)|content|report|post|more)\\b))|"
    "\\bto (?:continue|keep|go on) reading\\b.{0,60}\\b(?:subscri|sign|log|register|join|create)|"
    "\\b(?:for|to) (?:\\w+ )?subscribers(?: only|\\W*$)|"
    "\\b(?:article|story|content|post|report)\\b.{0,40}\\b(?:for|to) (?:\\w+ )?members\\b|"
    "\\bsubscribers?[ -](?:exclusive|only)\\b|"
    "\\balready (?:an? (?:\\w+ )?(?:subscriber|member)|subscribed|have an account)\\b|"
    "\\b(?:limit|last|all|out) of (?:your |our )?(?:\\w+ )?free (?:articles|stories)|"
    "\\bunlock (?:this|the full|the rest of (?:this|the)) (?:article|story|content|report|post)\\b",
    u"\\b(?:nur|exklusiv|ausschließlich) für (?:\\w+ )?abonnent|\\bum (?:\\w+ "
    u"){0,3}(?:weiterzulesen|weiter zu lesen)|"
    "\\bjetzt (?:\\w+ ){0,3}weiterlesen|\\bweiterlesen mit\\b|\\blesen sie (?:\\w+ )?mehr mit\\b|"
    "\\bbereits (?:ein \\w*abo\\b|abonnent|registriert)|\\bartikel freischalten|"
    "\\b(?:anmelden|einloggen|registrieren|abonnieren)\\b.{0,40}\\b(?:weiter|zu ?)lesen|"
    "\\b(?:artikel|inhalt|beitrag) ist (?:\\w+ )?(?:kostenpflichtig|exklusiv)",
    u"\\bréservée?s? (?:aux|à nos) abonné|\\bpour (?:en )?lire (?:la suite|l['’]intégralité)|"
    "\\bil (?:vous )?reste.{0,20}%.{0,25}\\b(?:article|texte|à (?:lire|découvrir))|\\bdéjà "
    "abonnée?|\\b(?:abonnez|connectez|inscrivez)-vous pour "
    "(?:lire|continuer|accéder|poursuivre|débloquer)|\\bla suite est réservée|"
    "\\bpour (?:continuer|poursuivre) (?:la|votre|à) (?:lecture|lire)",
    u"\\b(?:exclusivo|s[oó]lo|reservado) para (?:\\w+ )?suscriptor|"
    "\\bpara (?:seguir|continuar) leyendo|\\bya (?:soy|eres|es) suscriptor|"
    "\\b(?:suscríbete|suscríbase|regístrate|regístrese|inicia sesión|inicie sesión)\\b.{0,30}"
    "\\b(?:leer|leyendo|acceder)",
    u"\\briservat[oaie] agli abbonati|"
    "\\bper (?:continuare|proseguire) (?:a leggere|la lettura|nella lettura)|"
    "\\bsei già (?:abbonat|iscritt|registrat)|\\bhai già un abbonamento|"
    "\\b(?:abbonati|accedi|registrati|iscriviti)\\b.{0,30}\\b(?:leggere|lettura)",
    u"\\bexclusiv[oa] (?:para|a) (?:\\w+ )?assinantes|"
    "\\bpara continuar (?:lendo|a ler|a leitura|sua leitura)|\\bjá (?:é|sou) (?:\\w+ )?assinante|"
    "\\b(?:assine|cadastre-se|faça login|inicie sessão|registe-se)\\b.{0,30}\\b(?:ler|lendo|"
    "acessar|aceder)",
    u"\\b(?:alleen|exclusief) voor (?:\\w+ )?abonnees|\\bom (?:\\w+ ){0,3}(?:verder te "
    "lezen|te kunnen lezen)|\\b(?:lees|lezen) verder met\\b|\\bal (?:een )?(?:abonnee|abonnement)|"
    "\\b(?:log in|abonneer|registreer)\\b.{0,30}\\b(?:lezen|leest)",
    u"\\btylko dla (?:\\w+ )?(?:prenumerator|subskrybent|zalogowan)|"
    "\\b(?:aby|by|żeby) (?:czytać|przeczytać) (?:dalej|cał)|\\bzaloguj "
    "się.{0,20}\\b(?:aby|by|żeby|i) "
    "|\\bmasz już "
    "(?:prenumeratę|subskrypcję|konto)|\\bpozostało.{0,20}%.{0,20}(?:artykułu|tekstu|przeczytania)|"
    "\\b(?:wykup|kup) (?:dostęp|prenumeratę|subskrypcję)",
    u"\\bтолько (?:для|по) подпис|\\bдоступ\\w* (?:только )?(?:по подписке|подписчикам)|"
    "\\bчтобы (?:читать|прочитать|дочитать) (?:дальше|далее|полн|до конца|весь|стать)|"
    "\\bчтобы продолжить чтение|\\bуже (?:есть подписка|подписаны|подписчик)|"
    "\\b(?:оформите подписку|подпишитесь|войдите|авторизуйтесь),? (?:и|чтобы)\\b|"
    "\\bлише для передплатник",
    u"\\b(?:sadece|yalnızca) (?:\\w+ )?abone|\\b(?:devamını okumak|okumaya devam etmek) için|"
    "\\bzaten abone|\\b(?:abone ol|giriş yap|üye ol)\\w*.{0,30}\\boku",
    u"للمشتركين (?:فقط|حصر)|حصري للمشتركين|ل(?:مواصلة|متابعة|استكمال|إكمال) (?:ال)?قراءة|"
    "هل أنت مشترك|لديك اشتراك|(?:اشترك|سجل|سجّل).{0,25}(?:للقراءة|لقراءة|للمتابعة|لمتابعة|لمواصلة)",
    u"למנויי?ם? (?:\\w+ )?בלבד|להמשך קריאה.{0,30}(?:מנוי|התחבר|הירש)|כדי להמשיך לקרוא|"
    "כבר (?:מנוי|רשו[םמ])|(?:התחברו?|הירשמו?|הצטרפו?).{0,20}(?:לקרוא|לקריאה|להמש)",
    u"会員限定|有料会員|有料記事|(?:登録|ログイン|購読)(?:する|して|すると|いただくと).{0,12}"
    "(?:続き|全文)|続きを(?:お読みいただく|読むには)|残り.{0,4}\\d+.{0,2}文字",
    u"(?:订阅|訂閱|登录|登錄|登入|注册|註冊|付费|付費)(?:后|後|以|即可).{0,6}(?:继续|繼續|阅读|"
    u"閱讀|全文)|"
    "(?:会员|會員|訂戶|订户|订阅者|訂閱者)(?:专享|專享|专属|專屬|專區)|"
    "(?:仅限|僅限|只限|仅供|僅供).{0,6}(?:会员|會員|订|訂)|已(?:是|有|经|經).{0,4}(?:订|訂|会员|"
    "會員)",
    u"유료\\s?(?:회원|구독|기사)|(?:구독자|회원|멤버십)\\s?(?:전용|만)|"
    "(?:로그인|구독|가입)(?:하고|하시면|하면|\\s?후|하여|해야).{0,20}(?:읽|볼|보실|이용)|"
    "계속 (?:읽으려면|읽으시려면|보시려면)|이미 (?:구독|회원)",
    u"\\b(?:endast|bara|exklusivt) för (?:\\w+ )?prenumeranter|\\bför att (?:läsa|fortsätta läsa) "
    "(?:vidare|hela|mer|artikeln)|\\bredan prenumerant|\\bläs vidare (?:med|för)\\b|"
    "\\b(?:kun|bare|forbeholdt|eksklusivt) (?:for )?abonnenter|\\bfor å (?:lese|fortsette å "
    "lese)\\b|\\ballerede abonnent|"
    "\\bfor at læse (?:videre|hele|resten)|\\bvain tilaajille|\\bjatkaaksesi lukemista"};

constexpr QStringView
    leads = u"^(?:(?:continue|keep) reading|read (?:more|on)|weiterlesen|(?:lire|voir) la "
            "suite|seguir leyendo|leer más|continua a leggere|leggi tutto|continue "
            "(?:lendo|a ler)|verder lezen|lees verder|czytaj (?:dalej|więcej)|читать "
            "(?:далее|дальше)|devamını oku|اقرأ المزيد|להמשך קריאה|続きを読む|阅读全文|閱讀全文|"
            "继续阅读|繼續閱讀|계속 읽기|läs (?:mer|vidare)|les (?:mer|videre))"
            "[\\s.…→»>›]*$";

// Compiling all of them takes longer than reading a short page: each waits for a line that may
// match it.
struct Language
{
    explicit Language(QStringView asking)
        : pattern(asking.toString(), Expression::Case::Insensitive, Expression::Letters::Unicode)
        , words(neededWords(asking.toUtf8()))
    {
    }

    bool mayMatch(const QString &lower, bool isOfOtherScript) const
    {
        return words.isEmpty() ? isOfOtherScript
                               : std::ranges::any_of(words, [&lower](const QByteArray &word) {
                                     return lower.contains(QLatin1StringView(word));
                                 });
    }

    Expression pattern;
    QList<QByteArray> words; // none for scripts other than the Latin one
};

} // namespace

bool asksToSubscribe(QStringView line)
{
    static const std::vector<Language> languages(std::begin(asks), std::end(asks));
    if (line.size() > longestAsk)
        return false;
    const QString lower = line.toString().toLower();
    const bool isOfOtherScript = std::ranges::any_of(line, [](QChar c) { return c >= u'\u0370'; });
    return !lower.contains("newsletter"_L1)
        && std::ranges::any_of(languages, [&](const Language &language) {
               return language.mayMatch(lower, isOfOtherScript) && language.pattern.isIn(line);
           });
}

bool leadsOn(QStringView line)
{
    static const Expression pattern(leads.toString(), Expression::Case::Insensitive,
                                    Expression::Letters::Unicode);
    return line.size() <= longestLead && pattern.isIn(line);
}
