cat <<'TEXT'
./dev run                start Samstyring on http://localhost:5080 (SQLite in .local/, or SAMSTYRING_DATABASE)
./dev test               format, build, all tests on both databases, browser and axe
./dev samstyring ARGS    the command line tool, from source
./dev migrate NAME       add a migration for both databases
./dev screenshots        make the pictures in docs/screenshots anew
./dev openapi            write docs/openapi.json anew
./dev bench              run the benchmarks
TEXT
