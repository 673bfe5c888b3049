#!/bin/bash
# Run the commands of README.md: readme.sh [COMMAND-THAT-RAN-ALREADY]…
# Every line of a block ```sh is a command that must end with exit code 0, but for blocks after a line `<!-- not run …`.
# One that runs until it is stopped is stopped once it says that Ctrl-C stops it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
limit=180
work=$(mktemp -d)
export DATELINE_DATA_DIR=$work/data

commands() {
  awk '
    /^```/ { if (inside) inside = 0; else if ($0 == "```sh" && !marked) inside = 1; else skip = !skip; marked = 0; next }
    inside && NF { print; next }
    /^<!-- not run/ { marked = 1; next }
    NF { marked = 0 }
  ' README.md
}

run() {
  local command=$1 status=0 stopped='' began=$SECONDS
  bash -c "exec $command" >"$work/out" 2>&1 </dev/null &
  local pid=$!
  while kill -0 $pid 2>/dev/null; do
    if [ -z "$stopped" ] && grep -q 'Ctrl-C stops' "$work/out"; then
      stopped=yes
      kill -TERM $pid
    elif [ $((SECONDS - began)) -ge $limit ]; then
      kill -KILL $pid
    fi
    sleep 0.2
  done
  wait $pid || status=$?
  # 143: ended by the signal that it was sent.
  if [ $status != 0 ] && ! { [ -n "$stopped" ] && [ $status = 143 ]; }; then
    cat "$work/out" >&2 || true
    echo "README.md: '$command' ended with $status after $((SECONDS - began)) s; its data is in $work" >&2
    exit 1
  fi
  printf '%4d s  %s\n' $((SECONDS - began)) "$command"
}

list=$(commands)
[ -n "$list" ] || { echo 'README.md has no commands to run' >&2; exit 1; }
while IFS= read -r command; do
  for ran in "$@"; do
    if [ "$command" = "$ran" ]; then
      printf '  done  %s\n' "$command"
      continue 2
    fi
  done
  run "$command"
done <<<"$list"
# At the end and by no trap: what failed is easier to understand with its data.
rm -rf "$work"
