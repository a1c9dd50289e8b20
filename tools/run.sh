# Restores, builds and starts Samstyring with its facts loaded. SAMSTYRING_DATABASE chooses the database; SQLite in .local/ otherwise.
set -euo pipefail
bash tools/assets.sh
mkdir -p .local
export SAMSTYRING_EXAMPLE=${SAMSTYRING_EXAMPLE:-true}
export SAMSTYRING_DATABASE=${SAMSTYRING_DATABASE:-"Data Source=$PWD/.local/samstyring.db"}
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development} ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:5080}
dotnet build src/Samstyring.Web --configuration Release --verbosity quiet -clp:NoSummary
exec dotnet src/Samstyring.Web/bin/Release/net10.0/Samstyring.Web.dll --contentRoot "$PWD/src/Samstyring.Web"
