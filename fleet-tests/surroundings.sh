#!/bin/sh
# Tries ./fleet in surroundings that a test cannot make. Run it from anywhere, after ./fleet up has built the project once:
#
#   fleet-tests/surroundings.sh              all of the below
#   fleet-tests/surroundings.sh user jdks    these only
#
# user            as an ordinary user (needs root, and makes no user: it takes nobody)
# read-only-home  with a home that cannot be written, as in some containers
# ipv6            with JAVA_TOOL_OPTIONS that prefer IPv6
# locales         with LANG unset, one that is not installed, and one that is not UTF-8
# jdks            on every JDK of version 21 or newer below /usr/lib/jvm
#
# Each time in a copy whose path has a space and an accent, with an empty user cache: discover, status, down --purge.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
failed=

copy() {
    copy="$work/a copy à part $(date +%s)"
    mkdir -p "$copy/.fleet/apps"
    cp "$project/fleet" "$project/pom.xml" "$copy/"
    for app in "$project"/.fleet/apps/*; do
        module=$(basename "$app")
        mkdir -p "$copy/$module/target"
        # Only looked at: what runs is unpacked already.
        touch -t 200001010000 "$copy/$module/target/$module-0-exec.jar"
        cp -r "$app" "$copy/.fleet/apps/"
    done
    touch "$copy/.fleet/built"
    mkdir -p "$work/home" "$work/cache"
}

# trying NAME COMMAND...: the command is put before each ./fleet
trying() {
    name=$1
    shift
    started=$(date +%s)
    if (
        cd "$copy"
        "$@" ./fleet discover "Ottoline Vesper" && "$@" ./fleet status
    ) >"$work/output" 2>&1; then
        result=good
    else
        result="FAILED"
        failed="$failed $name"
        cat "$work/output"
    fi
    (cd "$copy" && "$@" ./fleet down --purge) >/dev/null 2>&1 || result="$result, and down too"
    printf '%-34s %s after %s s\n' "$name" "$result" "$(($(date +%s) - started))"
    rm -rf "$copy" "$work/cache" "$work/home"
}

clean() { env -i PATH="$PATH" HOME="$work/home" XDG_CACHE_HOME="$work/cache" ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} "$@"; }

as_nobody() { clean setpriv --reuid=nobody --clear-groups -- "$@"; }

without_home() {
    # A home that is a file cannot be written to by anybody, root not excepted.
    env -i PATH="$PATH" HOME="$work/no-home" ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} "$@"
}

try() {
    case $1 in
        user)
            copy
            chown -R nobody "$copy" "$work/home" "$work/cache"
            trying "ordinary user" as_nobody
            ;;
        read-only-home)
            copy
            : >"$work/no-home"
            trying "read-only home" without_home
            ;;
        ipv6)
            copy
            trying "IPv6 preferred" clean env JAVA_TOOL_OPTIONS=-Djava.net.preferIPv6Addresses=true
            ;;
        locales)
            for locale in '' tr_TR.UTF-8 de_DE.ISO-8859-1; do
                copy
                trying "LANG=$locale" clean env ${locale:+LANG="$locale"}
            done
            ;;
        jdks)
            for jdk in /usr/lib/jvm/*; do
                [ -x "$jdk/bin/javac" ] && [ ! -L "$jdk" ] || continue
                version=$("$jdk/bin/java" -XshowSettings:properties -version 2>&1 |
                    sed -n 's/^ *java\.specification\.version = //p')
                [ "$version" -ge 21 ] 2>/dev/null || continue
                copy
                trying "JDK $version" clean env JAVA_HOME="$jdk"
            done
            ;;
        *)
            echo "There is no '$1'; see the beginning of $0" >&2
            exit 2
            ;;
    esac
}

[ $# -gt 0 ] || set -- user read-only-home ipv6 locales jdks
for each in "$@"; do try "$each"; done
[ -z "$failed" ] || { echo "Failed:$failed"; exit 1; }
