#!/usr/bin/env bash
# Runs Adobe's JavaScript SDK against the collector, over HTTP, and fails if the collector finds a
# silent loss that is none.
#
# MEDIA_COLLECTION_JS_SDK is the path of `MediaSDK.js`, 3.x. It is no part of this project, and its
# licence does not allow to distribute it: download it from Adobe. Needs Node 18 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."

sdk=${MEDIA_COLLECTION_JS_SDK:?is the path of the MediaSDK.js that is tested}
command -v node >/dev/null || { echo "node is missing"; exit 1; }
cargo build --quiet -p media-collection-cli
tool="${CARGO_TARGET_DIR:-target}/debug/media-collection"

work=$(mktemp -d)
"$tool" collect --listen 127.0.0.1:0 --data "$work/kept" --max-open 100000 --max-finished 100000 \
    >"$work/address" 2>"$work/log" &
collector=$!
trap 'kill "$collector" 2>/dev/null; rm -r "$work"' EXIT
for _ in $(seq 100); do
    address=$(sed -n 's/^listening on //p' "$work/address")
    [ -z "$address" ] || break
    sleep 0.1
done
[ -n "$address" ] || { cat "$work/log"; exit 1; }

node scripts/javascript-sdk/main.mjs "$sdk" "$address" "$work/sessions"
kill "$collector"
wait "$collector"
"$tool" check --json "$work/kept" >"$work/findings" || [ $? = 1 ]
node scripts/javascript-sdk/judge.mjs "$work/sessions" "$work/findings"
