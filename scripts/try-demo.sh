#!/usr/bin/env bash
# Starts `npm run demo` on a free port in a scratch data directory until it answers, twice, and says how long it took.
set -euo pipefail
port=${PORT:-3999}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
for round in first second; do
  started=$(date +%s%N)
  PORT=$port DATA_DIR=$data npm run demo >"$data/$round.log" 2>&1 &
  pid=$!
  until curl -fs "http://127.0.0.1:$port/readyz" >/dev/null; do
    kill -0 $pid 2>/dev/null || { cat "$data/$round.log"; exit 1; }
    sleep 0.2
  done
  curl -fs -o /dev/null "http://127.0.0.1:$port/sign-in"
  echo "npm run demo, $round start: $((($(date +%s%N) - started) / 1000000)) ms"
  pkill -TERM -P $pid || true
  wait $pid || true
done
