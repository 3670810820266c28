#include "app/formats/html/refrainphrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A language a line; a bar between phrases. Whoever adds one asks whether a story could hold it as
// a line of its own, a crosshead say.
const QString phrases = //
    u"advertisement|advertising|sponsored|share|share this|share article|share this article|"
    "share story|share this story|share on facebook|share on twitter|tweet|print|comment|comments|"
    "read more|follow us|newsletter|sign up|subscribe|subscribe now|loading|story continues below|"
    "story continues below advertisement|continue reading|continue reading below|most read|"
    "most popular|trending now|leave a comment|post a comment|join the conversation|"
    "join the discussion|view comments|show comments|scroll to continue|"
    "advertisement scroll to continue|listen to this article|skip advertisement|back to top|copy "
    "link|accept all|accept all cookies|"
    "anzeige|werbung|teilen|artikel teilen|diesen artikel teilen|jetzt teilen|drucken|kommentare|"
    "kommentieren|artikel kommentieren|diesen artikel kommentieren|mehr|weiterlesen|abonnieren|"
    "meistgelesen|am meisten gelesen|meistgelesene artikel|externen inhalt anzeigen|"
    "alle kommentare anzeigen|zum newsletter anmelden|jetzt abonnieren|"
    "weiterlesen nach der anzeige|artikel vorlesen|nach oben|alle akzeptieren|"
    "publicité|partager|partagez|partager cet article|partagez cet article|"
    "partager sur facebook|imprimer|commentaires|commenter|réagir|réagissez|lire la suite|"
    "la suite après la publicité|la suite après cette publicité|les plus lus|"
    "les articles les plus lus|le plus lu|réagissez à cet article|commentez cet article|"
    "commenter cet article|laisser un commentaire|suivez nous|tout accepter|retour en haut|"
    "publicidad|compartir|comparte|compartir en facebook|comparte esta noticia|"
    "compartir esta noticia|compartir artículo|imprimir|seguir leyendo|leer más|lo más leído|"
    "lo más visto|las más leídas|comentarios|comenta esta noticia|deja un comentario|"
    "deja tu comentario|comentar|"
    "ver comentarios|continúa leyendo la noticia tras la publicidad|síguenos|aceptar todo|"
    "pubblicità|condividi|condividi su facebook|condividi questo articolo|condividi l articolo|"
    "stampa articolo|commenti|commenta|commenta la notizia|commenta l articolo|"
    "lascia un commento|leggi tutto|leggi di più|continua a leggere|i più letti|le più lette|"
    "più letti|continua a leggere dopo la pubblicità|seguici|accetta tutti|torna su|"
    "publicidade|continua após a publicidade|continua depois da publicidade|compartilhe|"
    "compartilhar|partilhar|partilhe|compartilhe esta notícia|partilhe esta notícia|"
    "partilhar notícia|continuar lendo|continuar a ler|continue lendo|leia mais|ler mais|"
    "saiba mais|mais lidas|as mais lidas|mais lidos|comentários|comente|comente esta notícia|"
    "deixe um comentário|deixe o seu comentário|siga nos|aceitar todos|"
    "advertentie|delen|deel dit artikel|deel artikel|deel op facebook|lees verder|lees meer|"
    "artikel gaat verder onder de advertentie|tekst gaat verder onder de advertentie|"
    "lees verder onder de advertentie|lees verder na de advertentie|de tekst gaat verder onder "
    "de foto|tekst gaat door onder de foto|meest gelezen|reageer|reageer op dit artikel|"
    "geef je reactie|plaats een reactie|alles accepteren|volg ons|"
    "reklama|udostępnij|udostępnij artykuł|podziel się|podziel się artykułem|drukuj|czytaj dalej|"
    "czytaj więcej|dalsza część artykułu pod reklamą|dalszy ciąg artykułu pod wideo|"
    "dalszy ciąg materiału pod wideo|dalsza część tekstu pod reklamą|najczęściej czytane|"
    "najpopularniejsze|najchętniej czytane|komentarze|skomentuj|skomentuj artykuł|"
    "dodaj komentarz|obserwuj nas|akceptuję|"
    "реклама|поделиться|поделиться в соцсетях|поделитесь|распечатать|читать далее|"
    "читать дальше|читать полностью|продолжение после рекламы|продолжение под рекламой|"
    "самое читаемое|самое популярное|читаемое|популярное|комментарии|комментировать|обсудить|"
    "оставить комментарий|добавить комментарий|принять|"
    "reklam|paylaş|haberi paylaş|facebook ta paylaş|yazdır|devamını oku|haberin devamı|"
    "haberin devamı reklamdan sonra|haberin devamı için tıklayın|en çok okunanlar|"
    "çok okunanlar|yorumlar|yorum yap|yorum yaz|yorum ekle|kabul et|"
    "إعلان|اعلان|شارك|شارك المقال|شارك هذا المقال|مشاركة|شارك الخبر|طباعة|اقرأ المزيد|"
    "متابعة القراءة|يستمر المقال بعد الإعلان|الأكثر قراءة|الأكثر مشاهدة|التعليقات|تعليقات|"
    "أضف تعليقا|أضف تعليق|اترك تعليقا|قبول|"
    "פרסומת|שתפו|שתף|שתפו את הכתבה|שתפו כתבה|הדפסה|קרא עוד|קראו עוד|להמשך קריאה|"
    "הכתבה ממשיכה אחרי הפרסומת|הנקראות ביותר|הכי נקראות|תגובות|הוסף תגובה|הוסיפו תגובה|"
    "כתבו תגובה|אישור|"
    "広告|スポンサーリンク|この記事をシェア|この記事をシェアする|シェアする|シェア|印刷|"
    "印刷する|続きを読む|もっと見る|もっと読む|広告の後に続きます|記事は広告の後に続きます|"
    "アクセスランキング|人気記事ランキング|よく読まれている記事|コメント|コメントを書く|"
    "コメントする|コメントを見る|同意する|"
    "广告|廣告|分享|分享到微信|分享到微博|分享至|分享本文|分享這篇文章|打印|列印|阅读全文|"
    "閱讀全文|展开全文|阅读更多|閱讀更多|查看更多|广告后继续阅读|請繼續往下閱讀|"
    "热门文章|熱門文章|热门新闻|熱門新聞|阅读排行|评论|評論|留言|发表评论|發表評論|"
    "我要留言|接受全部|"
    "광고|기사 공유하기|기사공유|공유하기|공유|인쇄|더 보기|더보기|기사 더보기|계속 읽기|"
    "기사는 광고 후 계속됩니다|많이 본 뉴스|많이 본 기사|인기기사|인기뉴스|댓글|댓글쓰기|"
    "댓글 쓰기|댓글 보기|동의|무단전재 및 재배포 금지|"
    "annons|dela|dela artikeln|dela på facebook|skriv ut|läs mer|läs vidare|"
    "artikeln fortsätter efter annonsen|artikeln fortsätter under annonsen|"
    "fortsätt läsa efter annonsen|mest läst|mest lästa|kommentarer|kommentera|"
    "kommentera artikeln|godkänn alla|"
    "annonce|del artiklen|del artikel|læs mere|læs videre|artiklen fortsætter efter annoncen|"
    "mest læste|mest læst|kommenter artiklen|skriv en kommentar|accepter alle|"
    "annonse|del artikkelen|del saken|les mer|les videre|saken fortsetter under annonsen|"
    "saken fortsetter etter annonsen|artikkelen fortsetter under annonsen|mest lest|"
    "kommenter artikkelen|legg igjen en kommentar|godta alle|"
    "mainos|jaa|jaa artikkeli|jaa juttu|lue lisää|juttu jatkuu mainoksen jälkeen|"
    "artikkeli jatkuu mainoksen jälkeen|luetuimmat|luetuimmat jutut|kommentit|kommentoi|"
    "kommentoi juttua|hyväksy kaikki|"
    "inzerce|reklamní sdělení|sdílet|sdílet článek|sdílejte|tisk|číst dál|číst více|"
    "pokračování článku pod reklamou|článek pokračuje pod reklamou|nejčtenější|"
    "nejčtenější články|komentáře|diskuse|diskuze|vstoupit do diskuse|přidat komentář|"
    "přijmout vše"_s;

// What networks print over a post.
const QString posts = //
    u"view this post on instagram|sieh dir diesen beitrag auf instagram an|"
    "voir cette publication sur instagram|ver esta publicación en instagram|"
    "visualizza questo post su instagram|ver essa foto no instagram|"
    "ver esta publicação no instagram|dit bericht bekijken op instagram|"
    "dit bericht op instagram bekijken|wyświetl ten post na instagramie|"
    "посмотреть эту публикацию в instagram|bu gönderiyi instagram da gör|"
    "この投稿をinstagramで見る|在 instagram 查看这篇帖子|在 instagram 查看這則貼文|"
    "visa detta inlägg på instagram|vis dette opslag på instagram|se dette innlegget på instagram|"
    "instagram에서 이 게시물 보기|view on mastodon|view on threads|view more on instagram"_s;

const QString introductions = //
    u"a post shared by|post by|ein beitrag geteilt von|une publication partagée par|"
    "una publicación compartida de|una publicación compartida por|un post condiviso da|"
    "uma publicação compartilhada por|uma publicação partilhada por|een bericht gedeeld door|"
    "post udostępniony przez|публикация от|ett inlägg delat av|et opslag delt af|"
    "et innlegg delt av"_s;

const QString counted = //
    u"views|shares|likes|reads|replies|responses|reactions|aufrufe|antworten|leserkommentare|"
    "réactions|vues|partages|reacciones|respuestas|visitas|reazioni|visualizzazioni|reações|"
    "visualizações|reacties|reactie|reakcje|opinie|wyświetleń|просмотров|отзывы|ответы|"
    "görüntülenme|مشاهدة|ردود|צפיות|件のコメント|回复|阅读|조회|조회수|reaktioner|reaksjoner|"
    "reakce|vastaukset"_s;

// Imperatives, with what is asked for.
const QString calls = //
    u"all rights reserved|subscribe to our|subscribe to the newsletter|sign up for our|"
    "sign up to our|sign up here|sign up now|subscribe now for|subscribe now to|"
    "for the latest stories and|for the latest news and|subscribe for free|subscribe today|"
    "sign up for free|sign up for the latest|register for free|click here to|follow us on|"
    "find us on|like us on facebook|join us on|join our channel|join our whatsapp|"
    "join our telegram|join our community|join our newsletter|join our facebook|"
    "join our mailing list|download our app|get our app|get our free|get our newsletter|"
    "get the latest news|get the day s|get our best|this article is copyright|"
    "this article is the copyright|written permission must|article continues below|"
    "article continues after|story continues after|the story continues below|"
    "the article continues below|continue reading below|subscribe to continue|"
    "to continue reading|create a free account|already a subscriber|sign in to continue|"
    "sign in to read|log in to continue|log in to read|register to continue|register to read|"
    "you have reached your limit of free|this article is for subscribers|"
    "this content is for subscribers|this story is for subscribers|"
    "this article is exclusive to|unlock this article|enjoying this article|have a news tip|"
    "do you have a story|got a story|alle rechte vorbehalten|melden sie sich für unseren|"
    "melden sie sich zu unserem|abonnieren sie unseren|abonnieren sie den|abonniere unseren|"
    "folgen sie uns auf|folge uns auf|melde dich für|jetzt für den newsletter|"
    "hier für den newsletter|jetzt newsletter|unser newsletter|laden sie unsere app|"
    "dieser artikel ist nur für abonnent|dieser inhalt ist nur für abonnent|"
    "sie haben bereits ein abo|jetzt weiterlesen mit|weiterlesen mit|um weiterzulesen|"
    "dieser artikel erschien zuerst auf|tous droits réservés|inscrivez vous à notre|"
    "inscrivez vous à la newsletter|inscrivez vous gratuitement|abonnez vous à|"
    "abonnez vous pour|recevez chaque|recevez gratuitement|recevez notre|recevez nos|"
    "recevez l essentiel|recevez les|suivez nous sur|retrouvez nous sur|rejoignez nous sur|"
    "rejoignez notre|téléchargez notre|téléchargez l application|cet article est réservé|"
    "article réservé aux abonnés|contenu réservé aux abonnés|il vous reste de cet article|"
    "il vous reste à lire|déjà abonné|pour lire la suite|"
    "la suite de cet article est réservée|todos los derechos reservados|suscríbete a|"
    "suscríbase a|suscríbete para|inscríbete a|inscríbete en|apúntate a nuestr|"
    "recibe cada mañana|recibe cada día|recibe en tu|recibe nuestr|recibe gratis|síguenos en|"
    "únete a nuestr|únete al canal|descarga nuestra|descárgate la|"
    "este contenido es exclusivo|contenido exclusivo para|para seguir leyendo|"
    "ya soy suscriptor|tutti i diritti riservati|iscriviti alla|iscriviti al|"
    "iscriviti gratis|iscriviti per|abbonati per|abbonati a|ricevi ogni|ricevi le|"
    "ricevi la nostra|ricevi gratis|seguici su|unisciti al|unisciti alla|scarica la nostra|"
    "scarica l app|contenuto riservato|articolo riservato|per continuare a leggere|"
    "sei già abbonato|© riproduzione riservata|riproduzione riservata|"
    "todos os direitos reservados|assine nossa|assine a nossa|assine o|assine para|"
    "inscreva se|subscreva a|receba as|receba os|receba nossa|receba no seu|siga nos|"
    "siga nossas|entre no nosso|participe do nosso|baixe nosso|descarregue a nossa|"
    "conteúdo exclusivo para|este conteúdo é exclusivo|para continuar lendo|"
    "artigo exclusivo para|já é assinante|alle rechten voorbehouden|schrijf je in voor|"
    "schrijf u in voor|meld je aan voor|meld u aan voor|abonneer je op|ontvang elke|"
    "ontvang onze|ontvang het|ontvang dagelijks|volg ons op|volg ons via|download onze app|"
    "dit artikel is alleen voor|dit artikel is exclusief|word abonnee|al abonnee|"
    "wszelkie prawa zastrzeżone|zapisz się na|zapisz się do|bądź na bieżąco|obserwuj nas|"
    "śledź nas|dołącz do naszego|dołącz do nas|polub nas|pobierz naszą|"
    "artykuł dostępny tylko|artykuł tylko dla|treść dostępna tylko|masz już prenumeratę|"
    "все права защищены|подпишитесь на|подписывайтесь на|подпишись на|следите за нами|"
    "следите за нашими|присоединяйтесь к наш|читайте нас в|читайте нас на|мы в телеграм|"
    "мы в telegram|наш телеграм|наш telegram|скачайте наше|материал доступен только для|"
    "оформите подписку|уже есть подписка|если вы нашли ошибку|нашли ошибку|нашли опечатку|"
    "tüm hakları saklıdır|bültenimize abone ol|bültenimize kaydol|e bültenimize|"
    "her sabah haberler e posta|bizi takip edin|telegram kanalımız|whatsapp kanalımız|"
    "uygulamamızı indir|bu içerik yalnızca abone|bu içerik sadece abone|"
    "okumaya devam etmek için|جميع الحقوق محفوظة|اشترك في نشرتنا|اشترك في النشرة|"
    "اشترك في قناتنا|اشترك الآن|تابعنا على|تابعونا على|انضم إلى قناتنا|حمل تطبيق|"
    "هذا المحتوى للمشتركين|اشترك لمتابعة|כל הזכויות שמורות|הירשמו לניוזלטר|הרשמו לניוזלטר|"
    "הירשמו לרשימת|הצטרפו לערוץ|הצטרפו אלינו|עקבו אחרינו|הורידו את האפליקציה|"
    "הכתבה למנויים בלבד|תוכן למנויים|מצאתם "
    "טעות|無断転載|メールマガジンに登録|メールマガジンの登録|メルマガ登録|ニュースレターに登録|"
    "line公式アカウント|公式アカウントをフォロー|この記事は有料会員|この記事は会員限定|"
    "続きを読むには|会員登録すると|版权所有|版權所有|未经授权|未經授權|订阅我们|"
    "訂閱我們|订阅电子报|訂閱電子報|扫码关注|扫描二维码|掃描二維碼|关注我们|關注我們|追蹤我們|"
    "下载客户端|下載app|点击下载|本文仅限订阅|本文僅限訂閱|订阅后继续|"
    "訂閱後繼續|加入會員|뉴스레터 구독|뉴스레터를 구독|카카오톡 채널 추가|카카오톡 채널을 "
    "추가|네이버에서 구독|구독하기|앱 다운로드|무단전재|무단 전재|저작권자|"
    "이 기사는 유료회원|이 기사는 유료 회원|prenumerera på vårt|prenumerera på vår|anmäl dig till "
    "vårt|"
    "få nyheterna|få våra nyheter|följ oss på|gilla oss på facebook|ladda ner vår app|"
    "den här artikeln är endast för prenumeranter|artikeln är endast för prenumeranter|"
    "tilmeld dig vores|tilmeld dig nyhedsbrevet|abonner på vores|få nyhederne|følg os på|"
    "artiklen er kun for abonnenter|denne artikel er kun for abonnenter|meld deg på vårt|"
    "meld deg på nyhetsbrevet|få nyhetene|følg oss på|denne artikkelen er kun for abonnenter|"
    "denne saken er for abonnenter|tilaa uutiskirje|tilaa uutiskirjeemme|seuraa meitä|"
    "tämä juttu on vain tilaajille|tämä artikkeli on vain tilaajille|přihlaste se k odběru|"
    "odebírejte náš|sledujte nás na|stáhněte si naši aplikaci|"
    "tento článek je pouze pro předplatitele|článek je pouze pro předplatitele|"
    "všechna práva vyhrazena"_s;

// How a site says that it follows its reader about.
const QString consents = //
    u"we use cookies|this site uses cookies|this website uses cookies|our site uses cookies|"
    "our website uses cookies|by using this site you|by continuing to use this site|"
    "wir verwenden cookies|diese website verwendet cookies|diese webseite verwendet cookies|"
    "wir nutzen cookies|unsere website verwendet cookies|nous utilisons des cookies|"
    "ce site utilise des cookies|notre site utilise des cookies|utilizamos cookies|"
    "este sitio utiliza cookies|este sitio web utiliza cookies|usamos cookies|"
    "esta web utiliza cookies|utilizziamo i cookie|utilizziamo cookie|"
    "questo sito utilizza cookie|questo sito utilizza i cookie|questo sito usa cookie|"
    "usamos cookies|utilizamos cookies|este site usa cookies|este site utiliza cookies|"
    "wij gebruiken cookies|we gebruiken cookies|deze website gebruikt cookies|"
    "deze site gebruikt cookies|używamy plików cookie|ta strona używa plików cookie|"
    "nasza strona używa plików cookie|ta strona korzysta z plików cookie|"
    "мы используем файлы cookie|мы используем cookie|сайт использует файлы cookie|"
    "этот сайт использует|çerezleri kullan|çerez kullan|bu site çerez|web sitemizde çerez|"
    "نحن نستخدم ملفات تعريف الارتباط|يستخدم هذا الموقع ملفات تعريف الارتباط|"
    "نستخدم ملفات تعريف الارتباط|אנו משתמשים בעוגיות|אנחנו משתמשים בעוגיות|"
    "האתר משתמש בעוגיות|אתר זה משתמש "
    "בעוגיות|当サイトはクッキーを|当サイトではクッキーを|当サイトはcookieを|"
    "当サイトではcookieを|このサイトではcookieを|このサイトはcookieを|我们使用cookie|"
    "我們使用cookie|本网站使用cookie|"
    "本網站使用cookie|당사는 쿠키를 사용|이 사이트는 쿠키를|우리는 쿠키를 사용|당사이트는 "
    "쿠키를|vi använder kakor|"
    "vi använder cookies|den här webbplatsen använder|vi bruger cookies|vi bruker cookies|"
    "vi bruker informasjonskapsler|käytämme evästeitä|tämä sivusto käyttää evästeitä|"
    "používáme soubory cookie|používáme cookies|tento web používá"_s;

const QString credits = //
    u"photo|photos|photo by|photo credit|photograph|picture|pictures|image|images|image credit|"
    "credit|foto|fotos|fotocredit|bild|bilder|bildquelle|crédit photo|crédits photo|crédits|"
    "crédit|photographie|créditos|crédito|foto de|imagen|imágenes|immagine|crediti|imagem|"
    "beeld|fot|zdjęcie|zdjęcia|źródło zdjęcia|фото|фотография|fotoğraf|fotoğraflar|"
    "الصورة|صورة|تصوير|צילום|תמונה|写真|画像|撮影|图片来源|图片|圖片來源|圖|图|攝影|摄影|"
    "사진|사진제공|사진출처|kuva|kuvat|billede|bilde"_s;

QSet<QString> setOf(const QString &table)
{
    QSet<QString> folded;
    for (const QStringView phrase : QStringView(table).split(u'|'))
        folded.insert(foldedWords(phrase));
    return folded;
}

// Sorted, and none of them the beginning of another.
QStringList beginningsOf(const QString &table)
{
    QStringList sorted = setOf(table).values();
    std::ranges::sort(sorted);
    QStringList shortest;
    for (const QString &beginning : sorted) {
        if (shortest.isEmpty() || !beginning.startsWith(shortest.last()))
            shortest.append(beginning);
    }
    return shortest;
}

// Only the last that sorts before a line can begin it.
bool beginsWithOne(const QString &line, const QStringList &beginnings)
{
    const auto after = std::ranges::upper_bound(beginnings, line);
    return after != beginnings.begin() && line.startsWith(*(after - 1));
}

// The first two characters, in one case.
quint32 beginningOf(QStringView word)
{
    const auto at = [word](qsizetype i) {
        return i < word.size() ? quint32(word[i].toCaseFolded().unicode()) : 0;
    };
    return at(0) << 16 | at(1);
}

} // namespace

QString foldedWords(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized); // a blank stands for a character at least
    QChar *out = folded.data();
    bool blank = false;
    for (const QChar c : text) {
        if (c >= u'a' && c <= u'z' && !blank) {
            *out++ = c;
        } else if (c.isLetter()) {
            if (blank && out != folded.constData())
                *out++ = u' ';
            blank = false;
            *out++ = c.toCaseFolded();
        } else if (!c.isMark()) {
            blank = true;
        }
    }
    folded.truncate(out - folded.constData());
    return folded;
}

bool isPhraseOfSite(const QString &folded)
{
    static const QSet<QString> known = setOf(phrases + u'|' + posts);
    return known.contains(folded);
}

bool isCountOfSite(const QString &folded)
{
    static const QSet<QString> known = setOf(counted);
    return known.contains(folded);
}

bool beginsAsCallOfSite(const QString &folded)
{
    static const QStringList known = beginningsOf(calls);
    return beginsWithOne(folded, known);
}

bool beginsAsConsent(const QString &folded)
{
    static const QStringList known = beginningsOf(consents);
    return beginsWithOne(folded, known);
}

bool introducesPost(const QString &folded)
{
    static const QStringList known = beginningsOf(introductions);
    return beginsWithOne(folded, known);
}

bool isCreditWord(const QString &folded)
{
    static const QSet<QString> known = setOf(credits);
    return known.contains(folded);
}

HeadingPhrases::HeadingPhrases(const QString &table) : m_whole(setOf(table))
{
    for (const QString &phrase : std::as_const(m_whole))
        m_firstWords.append(phrase.section(u' ', 0, 0));
    std::ranges::sort(m_firstWords);
    for (const QString &word : std::as_const(m_firstWords))
        m_beginnings.insert(beginningOf(word));
}

bool HeadingPhrases::mayBegin(QStringView text) const
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto isPart = [](QChar c) { return c.isLetter() || c.isMark(); };
    const auto begin = std::ranges::find_if(text, isLetter);
    const QStringView word(begin, std::find_if_not(begin, text.end(), isPart));
    if (!m_beginnings.contains(beginningOf(word)))
        return false;
    const auto at = std::ranges::lower_bound(m_firstWords, word, [](QStringView a, QStringView b) {
        return a.compare(b, Qt::CaseInsensitive) < 0;
    });
    return at != m_firstWords.end() && word.compare(*at, Qt::CaseInsensitive) == 0;
}
