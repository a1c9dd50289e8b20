# Builds what runs in production: the web and the command line tool for 64-bit Linux, compiled ahead (ready to run). They need the
# ASP.NET Core 10 runtime. Everything goes to FOLDER, .local/publish when left out; docs/operations.md says where it goes from there.
set -euo pipefail
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
