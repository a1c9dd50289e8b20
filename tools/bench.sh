# Measures Samstyring as it is published, on both databases, and writes docs/benchmarks.md: about twenty-five minutes, less
# with --quick. Worth something only on a machine that does nothing else.
set -euo pipefail
if ! command -v wrk >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update -qq && apt-get install -y -qq wrk) >/dev/null 2>&1 || echo "wrk could not be installed: a slower loop is used instead." >&2
fi
bash tools/assets.sh
mkdir -p docs
published=$PWD/.local/bench
rm -rf "$published"
publish() {
  dotnet publish "$1" --configuration Release --runtime linux-x64 -p:PublishReadyToRun=true --self-contained false \
    --output "$published/$2" --verbosity quiet -clp:NoSummary >&2
}
publish src/Samstyring.Web web
publish benchmarks/Samstyring.Bare bare
dotnet build benchmarks/Samstyring.Benchmarks --configuration Release --verbosity quiet -clp:NoSummary >&2
exec dotnet benchmarks/Samstyring.Benchmarks/bin/Release/net10.0/Samstyring.Benchmarks.dll \
  --published "$published" --data "$PWD/data/reference" --report "$PWD/docs/benchmarks.md" "$@"
