# Everything Broadsheet is built with, each found with a message that names its package: Debian's on
# Linux, vcpkg's port on Windows (packaging/windows/vcpkg.json has them all), Homebrew's formula on
# macOS (packaging/macos/Brewfile).

function(stop_for what debian vcpkg homebrew)
    if(WIN32)
        message(FATAL_ERROR "${what} is missing. On Windows: ${vcpkg}")
    elseif(APPLE)
        message(FATAL_ERROR "${what} is missing. On macOS: ${homebrew}")
    else()
        message(FATAL_ERROR "${what} is missing. On Debian: ${debian}")
    endif()
endfunction()

find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)
if(NOT PkgConfig_FOUND)
    stop_for(pkg-config "apt-get install pkg-config" "vcpkg install pkgconf" "brew install pkgconf")
endif()

function(require_qt component debian homebrew)
    find_package(Qt6 6.4 QUIET COMPONENTS ${component})
    if(NOT Qt6${component}_FOUND)
        stop_for("Qt 6.4 ${component}" "apt-get install ${debian}"
            "Qt's own kit for MSVC, with Qt WebEngine and Qt PDF, its folder in CMAKE_PREFIX_PATH"
            "brew install ${homebrew}")
    endif()
endfunction()

function(require_library name module debian vcpkg homebrew)
    pkg_check_modules(${name} QUIET IMPORTED_TARGET GLOBAL ${module})
    if(NOT ${name}_FOUND)
        stop_for(${module} "apt-get install ${debian}" "vcpkg install ${vcpkg}"
            "brew install ${homebrew}")
    endif()
endfunction()

# WebEngine's and the tests' configuration need the base modules first. Qt's kits for Windows and
# macOS have D-Bus too; there is only no bus to be found.
foreach(component Core Concurrent DBus Sql Gui Widgets PrintSupport Network Test)
    require_qt(${component} qt6-base-dev qtbase)
endforeach()
require_qt(Svg qt6-svg-dev qtsvg)
require_qt(WebEngineCore qt6-webengine-dev qtwebengine)
require_qt(WebEngineWidgets qt6-webengine-dev qtwebengine)
require_qt(Pdf qt6-pdf-dev qtwebengine)
require_qt(PdfWidgets qt6-pdf-dev qtwebengine)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent DBus Sql Gui Widgets PrintSupport Network Test
    Svg WebEngineCore WebEngineWidgets Pdf PdfWidgets)

#               name     module      Debian           vcpkg    Homebrew
require_library(Xapian   xapian-core libxapian-dev    xapian   xapian)
require_library(Zstd     libzstd     libzstd-dev      zstd     zstd)
require_library(Xxhash   libxxhash   libxxhash-dev    xxhash   xxhash)
require_library(Gumbo    gumbo       libgumbo-dev     gumbo    gumbo-parser)
require_library(Pcre2    libpcre2-16 libpcre2-dev     pcre2    pcre2)
require_library(RapidJson RapidJSON  rapidjson-dev    rapidjson rapidjson)
require_library(Uchardet uchardet    libuchardet-dev  uchardet uchardet)
require_library(Gmime    gmime-3.0   libgmime-3.0-dev gmime    gmime)
require_library(Glib     glib-2.0    libglib2.0-dev   glib     glib)
if(on_freedesktop)
    require_library(Xcb xcb libxcb1-dev "" "")
    require_library(StartupNotification libstartup-notification-1.0 libstartup-notification0-dev
        "" "")
endif()
require_library(Zlib     zlib        zlib1g-dev       zlib     zlib)
require_library(Zip      libzip      libzip-dev       libzip   libzip)
require_library(Icu      icu-uc      libicu-dev       icu      icu4c)
require_library(Qpdf     libqpdf     libqpdf-dev      qpdf     qpdf)

include(packaging/cld2.cmake)

# Draws the icon in its sizes; Windows gets it drawn.
if(NOT WIN32)
    find_program(RSVG_CONVERT rsvg-convert)
    if(NOT RSVG_CONVERT)
        stop_for(rsvg-convert "apt-get install librsvg2-bin" "" "brew install librsvg")
    endif()
endif()
