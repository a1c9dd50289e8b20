# Builds what runs in production: the web and the command line tool for 64-bit Linux, compiled ahead (ready to run). They need the
# ASP.NET Core 10 runtime. Everything goes to FOLDER, .local/publish when left out; docs/operations.md says where it goes from there.
# With --check first, what was built is started on a database of its own, asked for its first page, and its chain is verified.
set -euo pipefail
check=
if [ "${1:-}" = --check ]; then
  check=yes
  shift
fi
folder=${1:-$PWD/.local/publish}
bash tools/assets.sh
rm -rf "$folder/web" "$folder/cli"
for part in Web:web Cli:cli; do
  dotnet publish "src/Samstyring.${part%%:*}" --configuration Release --runtime linux-x64 -p:PublishReadyToRun=true --self-contained false \
    --output "$folder/${part##*:}" --verbosity quiet -clp:NoSummary >&2
done
mkdir -p "$folder/deploy"
cp deploy/* "$folder/deploy/"
du -sh "$folder/web" "$folder/cli"
[ -n "$check" ] || exit 0

work=$(mktemp -d)
database="Data Source=$work/samstyring.db"
(cd "$folder/web" && SAMSTYRING_DATABASE=$database ASPNETCORE_ENVIRONMENT=Production exec ./Samstyring.Web --urls http://127.0.0.1:0) >"$work/log" 2>&1 &
web=$!
trap 'kill "$web" 2>/dev/null || true; rm -rf "$work"' EXIT
address=
for _ in $(seq 120); do
  address=$(sed -n 's/.*Now listening on: \(http[^ ]*\).*/\1/p' "$work/log" | head -n 1)
  [ -z "$address" ] || break
  kill -0 "$web" 2>/dev/null || { cat "$work/log" >&2; echo "The published web stopped before it listened." >&2; exit 1; }
  sleep 0.5
done
[ -n "$address" ] || { cat "$work/log" >&2; echo "The published web did not listen within a minute." >&2; exit 1; }
for path in / /kommuner/4207 /api/v1/life-events /lib/site.css /health/ready; do
  curl --fail --silent --show-error --max-time 20 --output "$work/answer" --write-out "%{http_code} %{size_download} bytes in %{time_total} s  $path\n" "$address$path"
  [ -s "$work/answer" ] || { echo "$path is empty." >&2; exit 1; }
done
kill "$web"
wait "$web" 2>/dev/null || true
"$folder/cli/samstyring" verify --database "$database"
