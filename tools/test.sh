# Everything that must hold: format, build without warnings, all tests on both databases, browser and axe. CI runs this.
# The last line is «N passed, N failed, N skipped» over all test projects; a run that stopped before its end counts as one more failed.
set -euo pipefail

results=$(mktemp -d)
passed=0 failed=0 skipped=0 broken=0 stopped=1
finish() {
  rm -rf "$results"
  failed=$((failed + stopped))
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$broken" = 0 ] && [ "$failed" = 0 ] || exit 1
}
trap finish EXIT

has_postgres() { [ -x "$(pg_config --bindir 2>/dev/null)/initdb" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
missing=()
has_postgres || missing+=(postgresql)
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
command -v systemd-analyze >/dev/null || missing+=(systemd)
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing+=(nginx)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "The tests need ${missing[*]}. Install them (Debian: sudo apt-get install ${missing[*]}) and run again." >&2
    exit 1
  fi
  echo "Installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
fi

step() { echo; echo "── $1"; }

step "Assets and packages"
bash tools/assets.sh
(cd tests/Samstyring.Browser.Tests/oidc && npm ci --ignore-scripts --loglevel=error)
(cd tests/Samstyring.Web.Tests/ical && npm ci --ignore-scripts --loglevel=error)
dotnet restore Samstyring.slnx --locked-mode --verbosity quiet ||
  { echo "If packages were meant to change: dotnet restore --force-evaluate, and commit the lock files." >&2; exit 1; }

step "Format"
dotnet format whitespace . --folder --verify-no-changes --exclude src/Samstyring.Data/Migrations src/Samstyring.Web/ui/node_modules

step "Build"
dotnet build Samstyring.slnx --no-restore --configuration Release --verbosity quiet -clp:NoSummary

for folder in tests/*.Tests; do
  project=$(basename "$folder")
  step "$project"
  start=$SECONDS
  report="$results/$project.xml"
  status=0
  timeout --kill-after=10 1200 dotnet "$folder/bin/Release/net10.0/$project.dll" -noLogo -noColor -xml "$report" >"$results/log" 2>&1 || status=$?
  count() { sed -n "s/.*<assembly [^>]* $1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | head -n 1; }
  total=$(count total)
  if [ "$status" != 0 ] || [ "${total:-0}" = 0 ]; then
    broken=1
    # What failed in a test is listed at the end; anything else stands in the log only.
    [ ! -s "$report" ] || node tools/failures.mjs "$report" >"$results/said"
    [ -s "$results/said" ] || tail -n 100 "$results/log"
    cat "$results/said" >>"$results/failures" 2>/dev/null || true
    rm -f "$results/said"
    [ "${total:-0}" != 0 ] || echo "$project ran no tests, or did not end (exit code $status)."
  fi
  errors=$(count errors)
  [ -n "$total" ] || errors=1
  passed=$((passed + $(count passed || true) + 0)) failed=$((failed + ${errors:-0} + $(count failed || true) + 0)) skipped=$((skipped + $(count skipped || true) + 0))
  echo "$project: ${total:-0} tests in $((SECONDS - start)) seconds"
done

if [ -s "$results/failures" ]; then
  step "Failed"
  cat "$results/failures"
fi
stopped=0
