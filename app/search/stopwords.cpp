#include "app/search/stopwords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

// Our own lists: articles, prepositions, pronouns, auxiliaries, and the words of reporting.
const QHash<QString, QStringList> lists{
    {u"en"_s,
     uR"(a about above according across after again against ago all almost along already also
although always am among an and another any anyone anything are around as asked at away back be
became because become been before began being below between both but by called came can cannot
come could day days did didn't do does doesn't doing don't done down during each early either else
even ever every few first for former four from further get give given go going good got had has
have having he her here hers herself him himself his how however i if in including instead into is
isn't it it's its itself just know last late later least less let like long made make makes making
man many may me meanwhile might million month months more most mr mrs ms much must my near nearly
never new next no nor not nothing now number of off often on once one only or other others our out
over own part people per perhaps put quite rather really reported reports right said same saw say
saying says second see seen several shall she should since six so some something soon still such
take taken than that that's the their them themselves then there these they thing things think
this those though thought three through thus time times to today together told tomorrow too took
toward towards two under until up upon us use used very want wanted was way we week weeks well went
were what when where whether which while who whom whose why will with within without would year
years yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january
february march april june july august september october november december)"_s.simplified()
         .split(u' ')},
    {u"de"_s,
     uR"(aber ab alle allem allen aller alles als also am an andere anderen anderer auch auf aus
außerdem bei beim bereits bis bisher da dabei dadurch dafür damit danach dann daran darauf darüber
das dass davon dazu dem den denn der deren des dessen die dies diese diesem diesen dieser dieses
doch dort du durch ein eine einem einen einer eines einmal er erst es etwa etwas für ganz gegen
geht gibt habe haben hat hatte hatten her hier hin hinter ich ihm ihn ihr ihre ihrem ihren ihrer im
immer in ins ist ja jahr jahre jahren jede jedem jeden jeder jedes jedoch jetzt kann kein keine
keinen können könnte man mehr mehrere mit müssen nach nicht nichts noch nun nur ob oder ohne prozent
sagte sagt schon sehr sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte
sondern sowie teilte über uhr um und uns unter viel viele vom von vor war waren was weil weiter
wenn werden wie wieder wir wird wo worden wurde wurden zu zum zur zwei zwischen)"_s.simplified()
         .split(u' ')},
    {u"fr"_s,
     uR"(a à afin ai ainsi alors an année années ans après au aucun aussi autre autres aux avait
avant avec avoir c car ce cela celle celui cent ces cet cette ceux chez comme contre d dans de déjà
depuis des deux dit dont du elle elles en encore entre est et étaient était été être eu eux fait
faire font il ils j je l la le les leur leurs lors lui mais même mes moins mon n ne ni nos notre
nous on ont ou où par parce pas pendant peu peut plus pour pourrait près qu quand que quel quelle
qui s sa sans se sera ses si son sont sous sur t tandis te tous tout toute toutes très trois tu un
une vers vous y)"_s.simplified()
         .split(u' ')},
    {u"es"_s,
     uR"(a al algo ante antes año años así aún aunque bajo bien cada casi como con contra cual
cuando cuatro de del desde después dijo donde dos durante e el él ella ellas ellos en entre era
eran es esa ese eso esta está están estas este esto estos fue fueron ha había han hasta hay hoy la
las le les lo los más me mi mientras mismo muy nada ni no nos o otra otras otro otros para parte
pero poco por porque puede que qué quien se sea según ser será si sí sido sin sino sobre son su sus
también tan tanto te tiene tienen todo todos tras tres tu un una uno unos y ya yo)"_s.simplified()
         .split(u' ')},
    {u"it"_s,
     uR"(a abbia ad agli ai al alla alle allo altri altro anche ancora anni anno c che chi ci
come con contro cosa così cui da dagli dai dal dalla dalle dallo degli dei del dell della delle
dello di dopo dove due e è ed era erano essere fa fino fra fu gli ha hanno ho i il in infatti io l
la le lei lo loro lui ma mentre mi molto ne negli nei nel nell nella nelle nello no noi non o ogni
oggi per perché più poi prima può quale quando quanto quella quelli quello questa queste questi
questo qui sarà se secondo sempre senza si sia sono sta stata stati stato su sua sue sugli sui sul
sulla sulle suo suoi tra tre tutti tutto un una uno vi)"_s.simplified()
         .split(u' ')},
    {u"pt"_s,
     uR"(a à ainda além ano anos antes ao aos apenas após as às até cada com como contra da das
de depois desde deve disse do dois dos duas durante e é ela elas ele eles em entre era eram essa
esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo muito na não nas nem no
nos o onde os ou outra outras outro outros para pela pelas pelo pelos pode por porque qual quando
que quem se segundo seja sem ser será seu seus só sob sobre são sua suas também tem têm ter todos
tinha três tudo um uma)"_s.simplified()
         .split(u' ')},
};

} // namespace

QString primaryLanguage(const QString &tag)
{
    return tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

const QStringList &stopWords(const QString &language)
{
    static const QStringList none;
    const QString primary = primaryLanguage(language);
    const auto found = lists.constFind(primary.isEmpty() ? u"en"_s : primary);
    return found == lists.constEnd() ? none : *found;
}
