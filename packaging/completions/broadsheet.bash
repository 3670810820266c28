# bash completion for broadsheet(1) and broadsheet-cli(1)

_broadsheet() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    compopt -o filenames 2>/dev/null
    case $prev in
    --printer)
        mapfile -t COMPREPLY < <(compgen -W "$(lpstat -e 2>/dev/null)" -- "$cur")
        return
        ;;
    --library)
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return
        ;;
    esac
    if [[ $cur == -* ]]; then
        compopt +o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -W \
            "--help --help-all --version --pdf --print --printer --new-window --library \
                --diagnose" -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}

_broadsheet_cli() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' word
    local commands="show add search related status check rebuild"
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ " $commands " == *" $word "* ]] && command=$word && break
    done
    compopt -o filenames 2>/dev/null
    if [[ $prev == --library ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return
    fi
    if [[ $cur == -* || -z $command ]]; then
        compopt +o filenames 2>/dev/null
        local words="--library --help"
        case $command in
        '') words="$commands --library --help --version" ;;
        show) words="--json --text --html --help" ;;
        search) words="--json --newest -n --help" ;;
        related) words="--json -n --help" ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}

complete -F _broadsheet broadsheet
complete -F _broadsheet_cli broadsheet-cli
