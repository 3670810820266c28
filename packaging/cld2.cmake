# Which language a text is in. Debian has a package of it. vcpkg and Homebrew have none, and its own
# script builds for Linux only: there it is built here, from its sources
# (https://github.com/CLD2Owners/cld2) in a folder named cld2, which -DCLD2_SOURCE=…/cld2 says.
set(CLD2_SOURCE "" CACHE PATH "cld2's sources, in a folder of that name, to build it from")

if(CLD2_SOURCE)
    get_filename_component(cld2_parent ${CLD2_SOURCE} DIRECTORY)
    if(NOT EXISTS ${cld2_parent}/cld2/public/compact_lang_det.h)
        message(FATAL_ERROR "CLD2_SOURCE is no folder cld2 with its sources: ${CLD2_SOURCE}")
    endif()
    # What that script makes libcld2 of.
    set(cld2_sources
        cld2_generated_cjk_compatible cld2_generated_deltaoctachrome
        cld2_generated_distinctoctachrome cld2_generated_quadchrome_2
        cld_generated_cjk_delta_bi_4 cld_generated_cjk_uni_prop_80 cld_generated_score_quad_octa_2
        cldutil cldutil_shared compact_lang_det compact_lang_det_hint_code compact_lang_det_impl
        debug fixunicodevalue generated_distinct_bi_0 generated_entities generated_language
        generated_ulscript getonescriptspan lang_script offsetmap scoreonescriptspan tote
        utf8statetable)
    list(TRANSFORM cld2_sources PREPEND ${CLD2_SOURCE}/internal/)
    list(TRANSFORM cld2_sources APPEND .cc)
    add_library(cld2 STATIC ${cld2_sources})
    # Its warnings are not ours; its tables hold numbers too large for their types, as C++ once let.
    target_compile_options(cld2 PRIVATE -w)
    if(NOT MSVC)
        target_compile_options(cld2 PRIVATE -Wno-narrowing)
    endif()
    set_target_properties(cld2 PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(cld2 INTERFACE ${cld2_parent})
    add_library(Cld2::Cld2 ALIAS cld2)
    return()
endif()

# It names itself to nobody's tool.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
if(NOT CLD2_INCLUDE OR NOT CLD2_LIBRARY)
    set(from_sources "no port and no formula has it; its sources, and -DCLD2_SOURCE=…/cld2")
    stop_for(cld2 "apt-get install libcld2-dev" "${from_sources}" "${from_sources}")
endif()
add_library(Cld2::Cld2 UNKNOWN IMPORTED)
set_target_properties(Cld2::Cld2 PROPERTIES
    IMPORTED_LOCATION ${CLD2_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE})
