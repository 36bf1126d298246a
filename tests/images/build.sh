#!/usr/bin/env bash
# Builds the images of deploy/docker without an image registry, with this machine in place of the images that they are made from: it has the SDK, a
# compiler and the libraries. Needs buildah, the .NET SDK and clang on Debian or Ubuntu.
#
# Leaves artifacts/images/modelexporter.tar and modelexporter-r2r.tar.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Who is not root is it in a user namespace of their own.
[ "$(id -u)" -eq 0 ] || exec buildah unshare "$PWD/tests/images/build.sh"
output=$PWD/artifacts/images
rm -rf "$output"
mkdir -p "$output"
work=$(mktemp -d "$output/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
# vfs works on every file system, chroot without what a container needs to run.
buildah=(buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs)
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
libraries=/usr/lib/$(uname -m)-linux-gnu

stand_in() { # NAME FOLDER [ENV...]: an image of the files of a folder
  local name=$1 folder=$2 container
  shift 2
  container=$("${buildah[@]}" from scratch)
  "${buildah[@]}" copy -q "$container" "$folder" / >/dev/null
  "${buildah[@]}" config "${@/#/--env=}" "$container"
  "${buildah[@]}" commit -q "$container" "localhost/$name" >/dev/null
  "${buildah[@]}" rm "$container" >/dev/null
}

build() { # DOCKERFILE NAME ARG=VALUE...
  local file=$1 name=$2
  shift 2
  "${buildah[@]}" bud --isolation chroot --network host --layers=false -f "$file" -t "localhost/$name" \
    -v /usr:/usr:ro -v /etc/ssl:/etc/ssl:ro -v /etc/alternatives:/etc/alternatives:ro -v "$dotnet:$dotnet:ro" -v "$packages:/packages" \
    "${@/#/--build-arg=}" .
  "${buildah[@]}" push -q "localhost/$name" "oci-archive:$output/$name.tar"
}

# The SDK: an empty image that sees this machine's programs.
sdk=$work/sdk
mkdir -p "$sdk"/{usr,etc,root,packages}
install -d -m 1777 "$sdk/tmp"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$sdk/$folder"; done
# NuGet waits for ever when its user has no name.
echo 'root:x:0:0::/root:/bin/sh' >"$sdk/etc/passwd"
mapfile -t settings < <(env | grep -E '^(DOTNET|NUGET|SSL_CERT)_')
stand_in sdk "$sdk" "${settings[@]}" "PATH=$dotnet:/usr/local/bin:/usr/bin:/bin" HOME=/root NUGET_PACKAGES=/packages

# What programs of .NET need of a system.
base=$work/base
mkdir -p "$base/$libraries" "$base/usr/lib64" "$base/etc/ssl/certs"
for folder in lib lib64; do ln -s "usr/$folder" "$base/$folder"; done
for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 libstdc++.so.6 libssl.so.3 libcrypto.so.3; do
  cp -L "$libraries/$name" "$base/$libraries/"
done
cp -L "$libraries"/ld-linux-*.so.* "$base/$libraries/"
for loader in "$base/$libraries"/ld-linux-*.so.*; do ln -s "../lib/$(uname -m)-linux-gnu/${loader##*/}" "$base/usr/lib64/"; done
cp -L /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
(cd / && cp -L --parents usr/share/doc/{libc6,libgcc-s1,libssl3*,ca-certificates}/copyright "$base/")
stand_in libraries "$base"
build deploy/docker/Dockerfile modelexporter SDK_IMAGE=localhost/sdk LIBRARIES_IMAGE=localhost/libraries

# The same with ASP.NET.
mkdir -p "$base/usr/share/dotnet"
install -d -m 1777 "$base/tmp"
cp -r "$dotnet"/{dotnet,host,shared} "$base/usr/share/dotnet/"
stand_in aspnet "$base" DOTNET_RUNNING_IN_CONTAINER=true ASPNETCORE_HTTP_PORTS=8080 APP_UID=1654
build deploy/docker/Dockerfile.r2r modelexporter-r2r SDK_IMAGE=localhost/sdk RUNTIME_IMAGE=localhost/aspnet
