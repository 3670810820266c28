# The application as macOS has it: a folder with the program, its plug-ins, its icon, and a list
# that says what it opens.
set_target_properties(broadsheet PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in)

# The icon in its sizes, each once more for screens with twice the dots.
set(iconset ${CMAKE_CURRENT_BINARY_DIR}/broadsheet.iconset)
set(drawing ${CMAKE_SOURCE_DIR}/resources/icons/org.broadsheet.Broadsheet.svg)
set(commands "")
foreach(size 16 32 128 256 512)
    math(EXPR doubled "${size} * 2")
    list(APPEND commands
        COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o icon_${size}x${size}.png ${drawing}
        COMMAND ${RSVG_CONVERT} -w ${doubled} -h ${doubled} -o icon_${size}x${size}@2x.png
            ${drawing})
endforeach()
file(MAKE_DIRECTORY ${iconset})
set(icon ${CMAKE_CURRENT_BINARY_DIR}/broadsheet.icns)
add_custom_command(OUTPUT ${icon}
    ${commands}
    COMMAND iconutil --convert icns --output ${icon} ${iconset}
    DEPENDS ${drawing}
    WORKING_DIRECTORY ${iconset}
    VERBATIM)
add_custom_target(broadsheet_icon DEPENDS ${icon})
add_dependencies(broadsheet broadsheet_icon)
target_sources(broadsheet PRIVATE ${icon})
set_source_files_properties(${icon} TARGET_DIRECTORY broadsheet PROPERTIES
    GENERATED ON
    MACOSX_PACKAGE_LOCATION Resources)
