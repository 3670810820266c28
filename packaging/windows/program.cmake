# What Windows looks for in the program itself: its icon, its version, and that it wants no console.
configure_file(windows/broadsheet.rc.in broadsheet.rc @ONLY)
target_sources(broadsheet PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/broadsheet.rc)
set_target_properties(broadsheet PROPERTIES WIN32_EXECUTABLE ON)
