# A PostgreSQL server for tests: in a new folder, on a socket in that folder, gone without a trace when standard input ends.
# So it stops however the tests stop. Prints the folder when it is ready.
set -eu
bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || { echo "there is no PostgreSQL server on this machine (Debian: apt-get install postgresql)" >&2; exit 1; }
folder=$(mktemp -d -t samstyring-postgres.XXXXXX)
trap '"$bin/pg_ctl" stop --silent --mode=immediate --pgdata="$folder/data" || true; rm -rf "$folder"' EXIT
"$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync >"$folder/initdb.log"
"$bin/pg_ctl" start --silent --wait --pgdata="$folder/data" --log="$folder/server.log" \
  --options="-k $folder -c listen_addresses= -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" </dev/null
echo "$folder"
cat >/dev/null
