# Takes the pictures in docs/screenshots anew.
set -euo pipefail
bash tools/assets.sh
dotnet build tests/Samstyring.Browser.Tests --configuration Release --verbosity quiet -clp:NoSummary
SAMSTYRING_SCREENSHOTS=store dotnet tests/Samstyring.Browser.Tests/bin/Release/net10.0/Samstyring.Browser.Tests.dll -class "*ScreenshotTests"
ls -l docs/screenshots
