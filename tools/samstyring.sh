# The command line tool from source. What the build says goes to standard error, so that standard output is the tool's alone.
set -euo pipefail
dotnet build src/Samstyring.Cli --configuration Release --verbosity quiet -clp:NoSummary >&2
exec dotnet src/Samstyring.Cli/bin/Release/net10.0/samstyring.dll "$@"
