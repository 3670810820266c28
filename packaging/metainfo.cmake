# What software centres read of Broadsheet. They fetch its pictures from the web, and where those lie
# there only whoever publishes a package knows: BROADSHEET_SCREENSHOTS says it, the address of a
# folder with what is in resources/screenshots. Without one no pictures are promised.
#
#   cmake -DOUTPUT=FILE [-DBROADSHEET_SCREENSHOTS=https://…] -P packaging/metainfo.cmake
set(BROADSHEET_SCREENSHOTS "" CACHE STRING "address of a folder that has resources/screenshots")

function(write_metainfo output)
    set(screenshots "")
    if(BROADSHEET_SCREENSHOTS)
        string(REGEX REPLACE "/$" "" folder ${BROADSHEET_SCREENSHOTS})
        string(CONFIGURE [[
  <screenshots>
    <screenshot type="default">
      <image>@folder@/window.png</image>
      <caption>An article, the list beside it, and the stories it is related to</caption>
    </screenshot>
    <screenshot>
      <image>@folder@/dark.png</image>
      <caption>The same in the dark</caption>
    </screenshot>
    <screenshot>
      <image>@folder@/paper.png</image>
      <caption>Set like a newspaper before it is printed</caption>
    </screenshot>
  </screenshots>
]] screenshots @ONLY)
    endif()
    configure_file(
        ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/org.broadsheet.Broadsheet.metainfo.xml.in ${output} @ONLY)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    write_metainfo(${OUTPUT})
endif()
