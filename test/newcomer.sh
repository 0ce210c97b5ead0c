#!/usr/bin/env bash
# The README's command as a newcomer types it: start, page, API, report; then the second start.
# Prints how long each took; the promise is 60 s and 5 s on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
log="$(mktemp)"

start_and_wait() { # prints the seconds from the command to the page
  local started=$SECONDS url=""
  : >"$log"
  setsid npm start >"$log" 2>&1 &
  pid=$!
  for _ in $(seq 1 1200); do
    url="$(sed -n 's/^Console: \(http[^ ]*\).*/\1/p' "$log")"
    [ -n "$url" ] && curl -fs "$url/" >/dev/null && break
    kill -0 "$pid" 2>/dev/null || { cat "$log"; return 1; }
    sleep 0.25
  done
  [ -n "$url" ] || { cat "$log"; return 1; }
  seconds=$((SECONDS - started))
  page="$url"
}

start_and_wait
echo "ci: first start to page: $seconds s"
curl -fs "$page/api/overview" | grep -q '"reader":"extractive"'
curl -fs "$page/api/documents?limit=5" | grep -q '"documentId"'
curl -fs -X POST -H 'content-type: application/json' -H "origin: $page" \
  -d '{"question":"What is the total amount of the invoice?"}' "$page/api/ask" |
  grep -q '"interactionId"'
test "$(curl -s -o /dev/null -w '%{http_code}' -H 'host: attacker.example' "$page/api/overview")" = 421
grep -q '</html>' out/report.html
kill -- -"$pid" && wait "$pid" || true

start_and_wait
echo "ci: second start to page: $seconds s"
kill -- -"$pid" && wait "$pid" || true
