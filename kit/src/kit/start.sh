#!/bin/sh
# Starts the program of Chatlab that this file is named after: server, client or learn. All arguments are passed on.
# The first Java from 17 up is used: the one in the folder "runtime" beside this file, of JAVA_HOME, or of the PATH.
set -u

me=$0
while [ -L "$me" ]; do # a link to this file may lie in another folder
    link=$(readlink "$me")
    case $link in
        /*) me=$link ;;
        *) me=$(dirname "$me")/$link ;;
    esac
done
here=$(CDPATH='' cd "$(dirname "$me")" && pwd)
name=${me##*/}
program=${name%.*}
arguments=$#

# wait_for_reader: keeps a window open that a double click has opened, until its text is read.
wait_for_reader() {
    case $name in
        *.command)
            printf 'Press Enter to close this window. '
            read -r _
            ;;
    esac
}

# give_up SENTENCE: ends with the sentence.
give_up() {
    printf '%s\n' "$1" >&2
    wait_for_reader
    exit 1
}

# version JAVA: prints its version, like 17.0.12; nothing when it does not run.
version() { "$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'; }

java='' found='no Java was found'
for candidate in "$here/runtime/bin/java" "${JAVA_HOME-}/bin/java" "$(command -v java)"; do
    [ -x "$candidate" ] || continue
    version=$(version "$candidate")
    number=${version%%[!0-9]*} # of version 8 this is 1
    if [ "${number:-0}" -ge 17 ]; then
        java=$candidate
        break
    fi
    [ -z "$version" ] || found="the Java found is version $version"
done
[ -n "$java" ] || give_up "Chatlab needs Java 17 or later, and $found: install a JDK, for example from \
https://adoptium.net, or get the folder \"runtime\" from your instructor and put it beside $name."

case $program in
    server) set -- -jar "$here/chat-server.jar" "$@" ;;
    client) set -- -jar "$here/chat-client.jar" "$@" ;;
    learn) set -- -jar "$here/chat-cli.jar" learn "$@" ;;
    *) give_up "$name is no program of Chatlab. Name it server, client or learn again." ;;
esac

# The window opens sooner from an archive of the classes that it loads. The first run without arguments, which shows a window,
# writes the archive into the user's cache, as the folder of the kit may be read-only. The name has the jar's checksum.
new=''
cache=${XDG_CACHE_HOME:-${HOME-}/.cache}/chatlab
sum=$([ "$program" != client ] || sed -n 's/^\(.\{8\}\).* chat-client\.jar$/\1/p' "$here/SHA256SUMS")
if [ -n "$sum" ] && mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ]; then
    archive=$cache/client-$sum-$version.jsa
    if [ -e "$archive" ]; then
        set -- -Xlog:disable "-XX:SharedArchiveFile=$archive" "$@"
    elif [ "$arguments" = 0 ]; then
        rm -f "$cache"/client-* # those of former versions
        new=$archive.$$
        set -- -Xlog:disable "-XX:ArchiveClassesAtExit=$new" "$@"
    fi
fi

[ -n "$new" ] || [ "$name" != "$program.sh" ] || exec "$java" "$@" # so that signals reach it
"$java" "$@"
status=$?
[ -z "$new" ] || [ $status != 0 ] || mv -f "$new" "$archive" 2>/dev/null # an unfinished one never has that name
if [ $status != 0 ] || [ "$program$arguments" = learn0 ]; then
    wait_for_reader
fi
exit $status
