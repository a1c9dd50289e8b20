cat <<'TEXT'
./dev run                start Samstyring on http://localhost:5080 (SQLite in .local/, or SAMSTYRING_DATABASE)
./dev test               format, build, all tests on both databases, browser and axe
./dev samstyring ARGS    the command line tool, from source
./dev migrate NAME       add a migration for both databases
./dev screenshots        make the pictures in docs/screenshots anew
./dev openapi            write docs/openapi.json anew
./dev bench              run the benchmarks
./dev publish [--check] [FOLDER]  build what runs in production, into .local/publish; --check starts it and asks it
./dev drill [--kills N]  kill writers again and again, and check that nothing is lost

SAMSTYRING_DATABASE  an ADO.NET connection string: PostgreSQL when it starts with Host=, else SQLite
SAMSTYRING_PROXIES   reverse proxies whose forwarded headers are believed: 127.0.0.1, 10.0.0.0/8
SAMSTYRING_EXAMPLE   true when a database is made: one-click people, in Development on this machine only (./dev run sets it; false for none)
SAMSTYRING_ATTEMPTS_PER_MINUTE  how often one address may try to sign in; 10 when left out
SAMSTYRING_CONTACT   who answers for accessibility, shown in the statement
TEXT
