#!/usr/bin/env bash
# Installs the archive as a school would, works with it, upgrades it and uninstalls it.
#
#   mvn -Pdist -DskipTests package && src/dist/check.sh [ARCHIVE]
#
# Started by root, everything that an installation does is done by a user without any rights.
set -euo pipefail
shopt -s nullglob

repository=$(cd "$(dirname "$0")/../.." && pwd)
archives=("$repository"/target/rollcall-*.tar.gz)
archive=$(realpath "${1:-${archives[0]:?There is no archive in target: make it with mvn -Pdist package}}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
school="$work/Schule Zürich, 1. Stock"
install -d -m 777 "$school" "$work/tmp"

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  [[ ! -s $work/said ]] || cat "$work/said" >&2
  exit 1
}

user=()
if [[ $(id -u) == 0 ]]; then
  user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi

# Runs a command in an empty environment, but for the variables before it.
bare() {
  (cd / && exec "${user[@]}" env -i TMPDIR="$work/tmp" \
    ROLLCALL_JAVA_OPTS="-Djava.io.tmpdir=$work/tmp" "$@") >"$work/said" 2>&1
}

# Expects a text in what the last command said.
said() {
  grep -qF -- "$1" "$work/said" || fail "expected '$1'"
}

# Expects an exit code of a command.
ends_with() {
  local expected=$1 code=0
  shift
  bare "$@" || code=$?
  [[ $code == "$expected" ]] || fail "expected exit code $expected of '$*', found $code"
}

# Makes a folder that passes for a Java of some version.
java_that_says() {
  mkdir -p "$work/java $1/bin"
  printf '#!/bin/sh\necho '\''openjdk version "%s" 2020-01-01'\'' >&2\n' "$1" >"$work/java $1/bin/java"
  chmod 755 "$work/java $1/bin/java"
  printf '%s' "$work/java $1"
}

# The value of everything that belongs to the school.
belongings() {
  (cd "$home" && find config attendance output -type f -not -name '*.log' -exec sha256sum {} + | sort)
}

echo "1. Unpacking into '$school'"
"${user[@]}" tar -xzf "$archive" -C "$school"
home=$(echo "$school"/rollcall-*)
rollcall=$home/bin/rollcall
for file in bin/rollcall.bat lib/rollcall.jar config/rollcall.yaml config/README.txt INSTALL.txt \
  THIRD-PARTY.txt README.md .github/CHANGELOG.md src/docs/operating.md src/docs/sheet.png \
  systemd/rollcall.service systemd/rollcall-run.service.d/hardening.conf; do
  [[ -s $home/$file ]] || fail "the archive lacks $file"
done
for folder in footage attendance output; do
  [[ -d $home/$folder && -z $(ls -A "$home/$folder") ]] || fail "$folder is missing or not empty"
done
[[ $(file -b "$home/bin/rollcall.bat") == *CRLF* ]] || fail "rollcall.bat lacks the line ends of Windows"

echo "2. Finding Java"
ends_with 2 JAVA_HOME=/nowhere "$rollcall" --version
said "JAVA_HOME is '/nowhere'"
for version in 1.8.0_402 11.0.2 16-ea; do
  ends_with 2 JAVA_HOME="$(java_that_says "$version")" "$rollcall" --version
  said "found Java '$version'"
done
mkdir "$work/path"
for tool in sh dirname readlink sed; do
  ln -s "$(command -v $tool)" "$work/path/$tool"
done
ends_with 2 PATH="$work/path" "$rollcall" --version
said "found no Java on the PATH"

echo "3. Starting from elsewhere, by links"
ln -s "$rollcall" "$work/link"
ln -s link "$work/link to link"
ends_with 0 "$work/link to link" --version
said "Rollcall "
ends_with 0 LC_ALL=C "$rollcall" status
! grep -q Warning "$work/said" || fail "the locale is not UTF-8"
ends_with 2 ROLLCALL_HOME="$work" "$rollcall" status
said "$work is not a home of Rollcall"
mkdir "$work/a:b"
cp -R "$home/bin" "$work/a:b"
ends_with 2 "$work/a:b/bin/rollcall" --version
said "a colon"

echo "4. A lesson of the demo"
demo=(demo --students 6 --length 16s --size 960x540)
ends_with 0 "$rollcall" "${demo[@]}"
said "The sheet is right"
[[ -s $home/output/demo/attendance/Demo/Demo_2026-11-16_0900.xlsx ]] || fail "no sheet below $home"

echo "5. Serving until the signal"
: >"$work/said"
(cd / && exec "${user[@]}" env -i TMPDIR="$work/tmp" "$rollcall" serve) >>"$work/said" 2>&1 &
pid=$!
for _ in {1..120}; do
  ! grep -q "Rollcall serves" "$work/said" || break
  sleep 0.5
done
[[ $(cat "/proc/$pid/comm") == java ]] || fail "the launcher did not become Java"
kill -TERM "$pid"
code=0
wait "$pid" || code=$?
[[ $code == 143 || $code == 0 ]] || fail "expected exit code 143 or 0 of serve, found $code"

echo "6. Upgrading"
"${user[@]}" sed -i 's/^  name: School$/  name: Our own school/' "$home/config/rollcall.yaml"
"${user[@]}" mkdir -p "$home/attendance/7A"
"${user[@]}" touch "$home/lib/library-of-an-older-version.jar"
echo corrected | "${user[@]}" tee "$home/attendance/7A/7A_2026-11-16_0900.csv" >"$work/said"
before=$(belongings)
"${user[@]}" mkdir "$work/tmp/new"
"${user[@]}" tar -xzf "$archive" -C "$work/tmp/new"
"${user[@]}" rm -rf "$home/bin" "$home/lib"
"${user[@]}" cp -R "$work"/tmp/new/rollcall-*/{bin,lib} "$home"
[[ $(belongings) == "$before" ]] || fail "the upgrade changed what belongs to the school"
[[ ! -e $home/lib/library-of-an-older-version.jar ]] || fail "an old library stayed"
ends_with 0 "$rollcall" status
ends_with 0 "$rollcall" "${demo[@]}"
said "Nothing has changed since the last enrolment."

echo "7. The program in a folder of its own that is read-only, behind a link"
mkdir "$work/opt"
cp -R "$work"/tmp/new/rollcall-* "$work/opt"
ln -s "$(basename "$work"/opt/rollcall-*)" "$work/opt/rollcall"
chmod -R a-w "$work/opt"
ends_with 0 ROLLCALL_HOME="$home" "$work/opt/rollcall/bin/rollcall" status
chmod -R u+w "$work/opt"

if command -v systemd-analyze >/dev/null; then
  echo "8. The units of systemd"
  units=$work/units
  cp -R "$home/systemd" "$units"
  sed -i "s|^ExecStart=/opt/rollcall/bin/rollcall|ExecStart=/bin/true|" "$units"/*.service
  SYSTEMD_UNIT_PATH=$units: systemd-analyze verify --man=no --recursive-errors=no \
    "$units"/rollcall.service "$units"/rollcall-run.service "$units"/rollcall-run.timer \
    >"$work/said" 2>&1 || fail "systemd does not take the units"
  [[ ! -s $work/said ]] || fail "systemd finds fault with the units"
else
  echo "8. SKIPPED: the units of systemd, for want of systemd-analyze"
fi

echo "9. Uninstalling"
before=$(belongings)
"${user[@]}" rm -rf "$home/bin" "$home/lib"
[[ $(belongings) == "$before" ]] || fail "uninstalling took what belongs to the school"

echo "The archive can be installed, upgraded and uninstalled."
