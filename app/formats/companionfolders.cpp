#include "app/formats/companionfolders.h"

using namespace Qt::StringLiterals;

const QStringList &companionEndings()
{
    // Microsoft's list for "connected" files and folders; Firefox and Chrome use the first, and in
    // some languages their own (filesFolder in Firefox's contentAreaCommands.properties).
    static const QStringList endings{
        u"_files"_s,    u".files"_s,       u"-Dateien"_s,   u"_fichiers"_s,  u"_bestanden"_s,
        u"_file"_s,     u"_archivos"_s,    u"-filer"_s,     u"_tiedostot"_s, u"_pliki"_s,
        u"_soubory"_s,  u"_elemei"_s,      u"_ficheiros"_s, u"_arquivos"_s,  u"_dosyalar"_s,
        u"_datoteke"_s, u"_fitxers"_s,     u"_failid"_s,    u"_fails"_s,     u"_bylos"_s,
        u"_fajlovi"_s,  u"_fitxategiak"_s, u"_файлы"_s,     u"_subory"_s,    u"_súbory"_s,
        u"_fișiere"_s,  u"_подаци"_s};
    return endings;
}
