# fish completion for broadsheet(1)
complete -c broadsheet -s h -l help -d 'Show the options'
complete -c broadsheet -l help-all -d 'Show the options with those of Qt'
complete -c broadsheet -s v -l version -d 'Say which Broadsheet this is'
complete -c broadsheet -l pdf -r -d 'Write the articles into a PDF, or each file into one'
complete -c broadsheet -l print -d 'Print the articles and show no window'
complete -c broadsheet -l printer -x -a '(lpstat -e 2>/dev/null)' -d 'Print there'
complete -c broadsheet -l new-window -d 'Open another window'
complete -c broadsheet -l library -x -a '(__fish_complete_directories)' -d 'Open another library'
