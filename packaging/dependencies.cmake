# Everything Broadsheet is built with, each found with a message that names its Debian package.

find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)
if(NOT PkgConfig_FOUND)
    message(FATAL_ERROR "pkg-config is missing. On Debian: apt-get install pkg-config")
endif()

function(require_qt component package)
    find_package(Qt6 6.4 QUIET COMPONENTS ${component})
    if(NOT Qt6${component}_FOUND)
        message(FATAL_ERROR "Qt 6.4 ${component} is missing. On Debian: apt-get install ${package}")
    endif()
endfunction()

function(require_library name module package)
    pkg_check_modules(${name} QUIET IMPORTED_TARGET GLOBAL ${module})
    if(NOT ${name}_FOUND)
        message(FATAL_ERROR "${module} is missing. On Debian: apt-get install ${package}")
    endif()
endfunction()

# WebEngine's and the tests' configuration need the base modules first.
foreach(component Core Concurrent DBus Sql Gui Widgets PrintSupport Network Test)
    require_qt(${component} qt6-base-dev)
endforeach()
require_qt(Svg qt6-svg-dev)
require_qt(WebEngineCore qt6-webengine-dev)
require_qt(WebEngineWidgets qt6-webengine-dev)
require_qt(Pdf qt6-pdf-dev)
require_qt(PdfWidgets qt6-pdf-dev)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent DBus Sql Gui Widgets PrintSupport Network Test
    Svg WebEngineCore WebEngineWidgets Pdf PdfWidgets)

require_library(Xapian xapian-core libxapian-dev)
require_library(Zstd libzstd libzstd-dev)
require_library(Xxhash libxxhash libxxhash-dev)
require_library(Gumbo gumbo libgumbo-dev)
require_library(Uchardet uchardet libuchardet-dev)
require_library(Gmime gmime-3.0 libgmime-3.0-dev)
require_library(Glib glib-2.0 libglib2.0-dev)
require_library(Xcb xcb libxcb1-dev)
require_library(StartupNotification libstartup-notification-1.0 libstartup-notification0-dev)
require_library(Zlib zlib zlib1g-dev)
require_library(Zip libzip libzip-dev)
require_library(Icu icu-uc libicu-dev)
require_library(Qpdf libqpdf libqpdf-dev)

# It names itself to nobody's tool.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
if(NOT CLD2_INCLUDE OR NOT CLD2_LIBRARY)
    message(FATAL_ERROR "cld2 is missing. On Debian: apt-get install libcld2-dev")
endif()
add_library(Cld2::Cld2 UNKNOWN IMPORTED)
set_target_properties(Cld2::Cld2 PROPERTIES
    IMPORTED_LOCATION ${CLD2_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE})

find_program(RSVG_CONVERT rsvg-convert)
if(NOT RSVG_CONVERT)
    message(FATAL_ERROR "rsvg-convert is missing. On Debian: apt-get install librsvg2-bin")
endif()
