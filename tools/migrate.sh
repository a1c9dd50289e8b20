# Adds one migration to each database's set. The design library is taken as a bare DLL: see Samstyring.Data.csproj.
set -euo pipefail
name=${1:?./dev migrate NAME}
dotnet tool restore >/dev/null
export WithEfDesign=true
dotnet restore src/Samstyring.Data >/dev/null
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" \
    --project src/Samstyring.Data --startup-project src/Samstyring.Data \
    --context "${database}Db" --output-dir "Migrations/$database"
done
unset WithEfDesign
dotnet restore src/Samstyring.Data >/dev/null
