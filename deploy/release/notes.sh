#!/usr/bin/env bash
# Prints the section of the CHANGELOG that is about a version:  notes.sh 1.2.3
set -euo pipefail
cd "$(dirname "$0")/../.."
notes=$(awk -v version="$1" '/^## / { found = $2 == version; next } found' CHANGELOG.md)
if ! grep -q '[^[:space:]]' <<<"$notes"; then
  echo "CHANGELOG.md says nothing of $1: name its section \"## $1 - $(date -u +%F)\"" >&2
  exit 1
fi
printf '%s\n' "$notes"
