#!/bin/bash
# docker compose up, two files into the watched directory, two rows out of PostgreSQL, docker compose down.
# Beside whatever else runs here: ports, project name and directory of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export COMPOSE_PROJECT_NAME=dateline-check KAFKA_PORT=29092 REGISTRY_PORT=28081 POSTGRES_PORT=25432
WIRE_DIR=$(mktemp -d)
export WIRE_DIR
passed=''
on_exit() {
  if [ -z "$passed" ]; then
    docker compose ps --all
    docker compose logs --no-color --tail 40 topics ingest enrich sink
  fi
  docker compose down -v --timeout 20 >/dev/null 2>&1 || true
  rm -rf "$WIRE_DIR"
}
trap on_exit EXIT

began=$SECONDS
docker compose build --quiet
docker compose up -d --wait --wait-timeout 300
echo "healthy after $((SECONDS - began)) s"

samples=app/src/main/resources/sample-wire
cp $samples/herald/001-senegal-fishing-nets.txt $samples/meridian/003-kenya-geothermal.xml "$WIRE_DIR"
psql() { docker compose exec -T postgres psql -U dateline -d dateline "$@"; }
began=$SECONDS
until [ "$(psql -Atc 'SELECT count(*) FROM dateline.public_article' 2>/dev/null)" = 2 ]; do
  if [ $((SECONDS - began)) -ge 90 ]; then
    echo 'the two articles did not reach PostgreSQL within 90 s' >&2
    exit 1
  fi
  sleep 1
done
echo "two files stored after $((SECONDS - began)) s"
psql -c 'SELECT article_id, headline, language, jsonb_array_length(tags) AS tags FROM dateline.public_article ORDER BY 1'
if [ "$(find "$WIRE_DIR/done" -type f | wc -l)" != 2 ]; then
  echo 'the files were not moved to done/' >&2
  exit 1
fi
passed=yes
