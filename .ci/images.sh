#!/bin/bash
# Have the images that docker-compose.yml, Dockerfile and tests name: images.sh RECIPES
# What is missing is built by RECIPES/build-local-images.sh where that exists, and else left to the engine to pull.
set -euo pipefail
recipes=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
images=$(sed -n 's/^ *image: *//p' docker-compose.yml | grep -v '^dateline:'; sed -n 's/^FROM *//p' Dockerfile)
missing=''
for image in $images; do
  docker image inspect "$image" >/dev/null 2>&1 || missing="$missing $image"
done
docker compose version >/dev/null 2>&1 || missing="$missing docker-compose"
if [ -z "$missing" ]; then
  echo "images: all here"
  exit 0
fi
if [ ! -e "$recipes/build-local-images.sh" ]; then
  echo "images: the engine will have to pull$missing"
  exit 0
fi
echo "images: building, for want of$missing"
tools=''
for tool in debootstrap unzip; do command -v $tool >/dev/null || tools="$tools $tool"; done
if [ -n "$tools" ]; then
  log=$(mktemp)
  # shellcheck disable=SC2086 # a list of words
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $tools; } \
    >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }
  rm "$log"
fi
# From a copy with usual modes: those of a read-only checkout would go into the images, where Kafka has to write.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$recipes/." "$copy"
chmod -R u+w "$copy"
bash "$copy/build-local-images.sh"
