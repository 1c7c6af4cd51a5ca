#!/bin/sh
# Installs what Python packages cannot bring on Debian and Ubuntu; asks dpkg first and the network only when something is missing.
#
#   sh system-packages.sh run      to play calls: Python's venv, the sound library, the libraries that Qt draws with
#   sh system-packages.sh test     the same and what the tests need: a virtual sound card, a virtual screen, ffmpeg, a font, locales
#   sh system-packages.sh maven    the second way to the recognition model
#
# Exit status: 0 everything is there, or for "run" enough of it to play the demo; 3 something is missing.
set -u

SCREEN="libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0
 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
RUN="libportaudio2 $SCREEN"
TEST="pulseaudio pulseaudio-utils flite libasound2-plugins xvfb xauth ffmpeg fonts-inter locales"

what=${1:-run}
case $what in
    run) wanted=$RUN ;;
    test) wanted="$RUN $TEST" ;;
    maven) wanted="maven" ;;
    *) sed -n '4,6p' "$0" >&2; exit 2 ;;
esac

# Other systems bring these libraries under other names: the program says what it misses when it misses it.
command -v dpkg-query >/dev/null 2>&1 || exit 0

# Python's own makers pack venv with Python, Debian does not.
python=${PYTHON:-python3}
if [ "$what" != maven ] && ! "$python" -c 'import ensurepip' 2>/dev/null; then
    wanted="python3-venv $wanted"
fi

# A package also counts when another one provides its name (libglib2.0-0 became libglib2.0-0t64).
missing=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | awk -v wanted="$wanted" '
    $1 == "installed" { sub(/^installed /, ""); gsub(/\([^)]*\)|,/, " "); for (i = split($0, names, " "); i > 0; i--) there[names[i]] = 1 }
    END { count = split(wanted, names, " "); for (i = 1; i <= count; i++) if (!(names[i] in there)) printf " %s", names[i] }')
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
give_up() {
    echo "$1" >&2
    case "$what $missing" in
        run\ *python3-venv*) exit 3 ;;
        run*) exit 0 ;;
        *) exit 3 ;;
    esac
}
[ "$(id -u)" = 0 ] || give_up "System packages are missing. Type: sudo $install"
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
# Packages may be on the machine already; only a failed installation counts.
apt-get update -q >/dev/null || echo "The list of system packages could not be brought up to date." >&2
# shellcheck disable=SC2086  # one word for each package
$install -q >/dev/null || give_up "System packages could not be installed. When the network is there again, type: $install"
