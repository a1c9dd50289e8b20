# Builds the styles and scripts when they are older than what they are made of.
set -euo pipefail
ui=src/Samstyring.Web/ui
stamp=$ui/node_modules/.package-lock.json
[ -f "$stamp" ] && [ "$stamp" -nt "$ui/package-lock.json" ] || (cd "$ui" && npm ci --ignore-scripts --loglevel=error >&2)
if [ ! -f src/Samstyring.Web/wwwroot/lib/site.css ] || [ -n "$(find "$ui" -path "$ui/node_modules" -prune -o -newer src/Samstyring.Web/wwwroot/lib/site.css -type f -print -quit)" ]; then
  (cd "$ui" && node build.mjs)
fi
