# cmake -DFOLDER=… -DENDING=… -DOUTPUT=… -P embed_pages.cmake: the files of a folder as rows `{name, text},` of C++, in
# order of name. ENDING may be `*`. With KEEP_ENDING the name has its ending.
file(GLOB files "${FOLDER}/*.${ENDING}")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  cmake_path(GET file STEM name)
  if(KEEP_ENDING)
    cmake_path(GET file FILENAME name)
  endif()
  file(READ "${file}" text)
  string(APPEND rows "{\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "${rows}")
