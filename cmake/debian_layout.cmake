# Run by CPack on what it has installed, before it packs that: where Debian looks for completions of zsh, and how it keeps
# manual pages.
set(data "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
if(EXISTS "${data}/zsh/site-functions")
  file(RENAME "${data}/zsh/site-functions" "${data}/zsh/vendor-completions")
endif()
execute_process(COMMAND gzip -9n "${data}/man/man1/polc.1" COMMAND_ERROR_IS_FATAL ANY)
