# fish completion for broadsheet-cli(1)
set -l commands show add search related status check rebuild
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -f
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a show -d 'Print the articles in files'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a add -d 'Put folders and files into the library'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a search -d 'Find articles, best first'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a related -d 'Find what belongs beside an article'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a status -d 'Say what the library holds'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a check -d 'Verify the library'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -a rebuild -d 'Make the library again'
complete -c broadsheet-cli -l library -x -a '(__fish_complete_directories)' -d 'Use another library'
complete -c broadsheet-cli -l help -d 'Say more'
complete -c broadsheet-cli -n "not __fish_seen_subcommand_from $commands" -l version -d 'Say which Broadsheet this is'
complete -c broadsheet-cli -n '__fish_seen_subcommand_from show search related' -l json -d 'One JSON object a line'
complete -c broadsheet-cli -n '__fish_seen_subcommand_from show' -l text -d 'Plain text'
complete -c broadsheet-cli -n '__fish_seen_subcommand_from show' -l html -d 'One HTML document'
complete -c broadsheet-cli -n '__fish_seen_subcommand_from search' -l newest -d 'Newest first'
complete -c broadsheet-cli -n '__fish_seen_subcommand_from search related' -s n -x -d 'So many'
