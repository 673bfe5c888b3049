#!/bin/bash
# docker compose up with a gateway, two files into the watched directory, one document pushed, three rows out of PostgreSQL,
# docker compose down.
# Beside whatever else runs here: ports, project name and directory of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export COMPOSE_PROJECT_NAME=dateline-check KAFKA_PORT=29092 REGISTRY_PORT=28081 POSTGRES_PORT=25432 GATEWAY_PORT=28085
WIRE_DIR=$(mktemp -d)
SECRETS_DIR=$(mktemp -d)
export WIRE_DIR SECRETS_DIR
cp docker/secrets/* "$SECRETS_DIR"
./dateline gateway token pushed >"$SECRETS_DIR/token"
tail -n 1 "$SECRETS_DIR/token" >"$SECRETS_DIR/gateway-tokens"
chmod 0644 "$SECRETS_DIR"/*
passed=''
on_exit() {
  if [ -z "$passed" ]; then
    docker compose ps --all
    docker compose logs --no-color --tail 40 topics ingest enrich sink gateway
  fi
  docker compose --profile gateway down -v --timeout 20 >/dev/null 2>&1 || true
  rm -rf "$WIRE_DIR" "$SECRETS_DIR"
}
trap on_exit EXIT

began=$SECONDS
docker compose build --quiet
docker compose --profile gateway up -d --wait --wait-timeout 300
echo "healthy after $((SECONDS - began)) s"

samples=app/src/main/resources/sample-wire
cp $samples/herald/001-senegal-fishing-nets.txt $samples/meridian/003-kenya-geothermal.xml "$WIRE_DIR"
head -n 1 "$SECRETS_DIR/token" >"$SECRETS_DIR/pushed"
./dateline publish --to "http://127.0.0.1:$GATEWAY_PORT" --token-file "$SECRETS_DIR/pushed" $samples/meridian/001-*
psql() { docker compose exec -T postgres psql -U dateline -d dateline "$@"; }
began=$SECONDS
until [ "$(psql -Atc 'SELECT count(*) FROM dateline.public_article' 2>/dev/null)" = 3 ]; do
  if [ $((SECONDS - began)) -ge 90 ]; then
    echo 'the three articles did not reach PostgreSQL within 90 s' >&2
    exit 1
  fi
  sleep 1
done
echo "two files and what was pushed stored after $((SECONDS - began)) s"
psql -c 'SELECT article_id, headline, language, jsonb_array_length(tags) AS tags FROM dateline.public_article ORDER BY 1'
if [ "$(find "$WIRE_DIR/done" -type f | wc -l)" != 2 ]; then
  echo 'the files were not moved to done/' >&2
  exit 1
fi
passed=yes
