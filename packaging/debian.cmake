# The package for Debian 12: `cpack -G DEB` in the build folder, or packaging/deb.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME broadsheet)
set(CPACK_PACKAGE_VENDOR "The Broadsheet developers")
set(CPACK_PACKAGE_CONTACT "The Broadsheet developers <broadsheet@broadsheet.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reader for news articles that are on your disk")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Double-click an article file, a text extract or a saved web page, and it opens
as a clean news page; beside it stand the stories it is related to, from your
own files, each with its reason; and it prints like a newspaper clipping.
.
It needs no account, no import and no network, and writes nothing into your
folders. A command line tool reads, lists, searches and relates articles
without a window.")
set(CPACK_DEBIAN_PACKAGE_SECTION news)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

# What is linked is found out; what is loaded when it is needed is named here.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}/broadsheet)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "cups-client, qt6-image-formats-plugins, qt6-wayland, fonts-noto-core, fonts-noto-mono, adwaita-icon-theme, xdg-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk")

set(CPACK_STRIP_FILES OFF) # they are split: what is stripped off is broadsheet-dbgsym
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The manual and the changelog as Debian wants them: pressed, and without a date.
function(install_pressed file folder)
    get_filename_component(name ${file} NAME)
    set(pressed ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz)
    add_custom_command(OUTPUT ${pressed}
        COMMAND gzip -9nc ${CMAKE_CURRENT_SOURCE_DIR}/${file} > ${pressed}
        DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    add_custom_target(broadsheet_pressed_${name} ALL DEPENDS ${pressed})
    install(FILES ${pressed} DESTINATION ${folder})
endfunction()
set(doc_folder ${CMAKE_INSTALL_DATADIR}/doc/broadsheet)
install_pressed(changelog ${doc_folder})
install_pressed(man/broadsheet.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_pressed(man/broadsheet-cli.1 ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES copyright DESTINATION ${doc_folder})

include(CPack)
