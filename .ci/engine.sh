#!/bin/bash
# Make `docker info` work: install Docker from Debian's packages when it is missing, start the daemon when it is down.
# Does nothing where an engine answers; otherwise run as root. Safe to call again.
#   DOCKER_LOG   log of the daemon (/var/log/dockerd.log)
#   DOCKER_WAIT  seconds to wait for it (60)
set -euo pipefail
log=${DOCKER_LOG:-/var/log/dockerd.log}
pidfile=/var/run/docker.pid
answers() { timeout 10 docker info >/dev/null 2>&1; }
# A live daemon: no zombie, and no other process that got the number in a pid file left behind.
running() {
  local pid
  [ -s $pidfile ] && pid=$(<$pidfile) && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] &&
    grep -qs '^State:[[:space:]]*[^Z]' "/proc/$pid/status"
}

if answers; then
  echo "engine: $(docker info --format '{{.ServerVersion}}') answers"
  exit 0
fi
if [ "$(id -u)" != 0 ]; then
  echo 'engine: no container engine answers; start one, or run this as root to have it installed and started' >&2
  exit 1
fi

missing=()
for need in dockerd:docker.io iptables:iptables; do
  [ -n "$(PATH=$PATH:/usr/sbin:/sbin type -P "${need%%:*}")" ] || missing+=("${need##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "engine: installing ${missing[*]}"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } \
    >"$log.install" 2>&1 || { tail -n 20 "$log.install" >&2; exit 1; }
fi

started='' deadline=$((SECONDS + ${DOCKER_WAIT:-60}))
until answers; do
  if [ $SECONDS -ge $deadline ]; then
    echo "engine: the daemon does not answer; the end of $log:" >&2
    tail -n 20 "$log" >&2 || true
    exit 1
  fi
  if ! running && { [ -z "$started" ] || ! kill -0 "$started" 2>/dev/null; }; then
    rm -f $pidfile # left by a killed daemon, it would keep the new one from starting
    echo "engine: starting the daemon, log in $log"
    # In a session of its own, so that it outlives this script and the shell that called it.
    PATH=/usr/sbin:/sbin:$PATH setsid dockerd --host unix:///var/run/docker.sock </dev/null >>"$log" 2>&1 &
    started=$!
  fi
  sleep 0.5
done
echo "engine: $(docker info --format '{{.ServerVersion}}') runs"
