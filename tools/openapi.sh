# Writes docs/openapi.json anew from the application. Review the change: it is the API's.
set -euo pipefail
bash tools/assets.sh
dotnet build tests/Samstyring.Web.Tests --configuration Release --verbosity quiet -clp:NoSummary
UPDATE_DOCS=1 dotnet tests/Samstyring.Web.Tests/bin/Release/net10.0/Samstyring.Web.Tests.dll -class "*OpenApiTests"
