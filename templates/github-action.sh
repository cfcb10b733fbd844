#!/usr/bin/env bash
# What the GitHub action runs: annotations in the log, a job summary, the files asked for. Its inputs come as
# TQ_… in the environment and are never part of a command's text. Bash 3.2, as macOS has it, will do.
set -euo pipefail

arguments=(--quiet --format github --languagetool "${TQ_LANGUAGETOOL:-on}" --judge off)
add() { # add ARGUMENT VALUE: where there is a value
  if [ -n "$2" ]; then arguments+=("$1" "$2"); fi
}
add --fail-on "${TQ_FAIL_ON:-}"
add --min-score "${TQ_MIN_SCORE:-}"
add --baseline "${TQ_BASELINE:-}"
add --config "${TQ_CONFIG:-}"
add --output "${TQ_SARIF:-}"
add --output "${TQ_HTML:-}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
arguments+=(--output "$folder/summary.md")
read -r -a more <<< "${TQ_ARGS:-}" || true
paths=()
while IFS= read -r path || [ -n "$path" ]; do
  if [ -n "${path//[[:space:]]/}" ]; then paths+=("$path"); fi
done <<< "${TQ_PATHS:-.}"

status=0
tqcheck check "${arguments[@]}" ${more[@]+"${more[@]}"} -- "${paths[@]}" || status=$?
if [ -f "$folder/summary.md" ]; then cat "$folder/summary.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"; fi
echo "status=$status" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
