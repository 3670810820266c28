# What this system's Qt lacks to stand in for Windows' or macOS's.
function(give_import_libraries)
    get_property(targets DIRECTORY PROPERTY IMPORTED_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(location ${target} LOCATION)
        if(type STREQUAL SHARED_LIBRARY)
            set_target_properties(${target} PROPERTIES
                IMPORTED_IMPLIB ${location} IMPORTED_IMPLIB_NONE ${location})
        endif()
    endforeach()
endfunction()

if(WIN32)
    cmake_language(DEFER CALL give_import_libraries) # once they have been found
elseif(APPLE)
    add_library(WrapOpenGL::WrapOpenGL INTERFACE IMPORTED)
endif()
