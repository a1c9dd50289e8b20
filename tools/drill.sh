# Kills (SIGKILL) a program under 50 writers 20 times on each database, in every second round PostgreSQL's server too, and looks after
# each kill whether every acknowledged write is there with its link, whether the chain holds, and whether the start is clean. Prints the
# figures, and what the chain costs in writes a second. Fewer: ./dev drill --kills 3
set -euo pipefail
dotnet build benchmarks/Samstyring.Benchmarks --configuration Release --verbosity quiet -clp:NoSummary >&2
exec dotnet benchmarks/Samstyring.Benchmarks/bin/Release/net10.0/Samstyring.Benchmarks.dll drill --data "$PWD/data/reference" "$@"
