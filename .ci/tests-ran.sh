#!/bin/bash
# Fails unless failsafe ran tests and skipped none: tests-ran.sh REPORTS
# A container test that finds no engine might skip itself, and Maven would call that success.
set -euo pipefail
summary=$1/failsafe-summary.xml
[ -e "$summary" ] || { echo "no integration test ran: there is no $summary" >&2; exit 1; }
count() { sed -n "s|.*<$1>\([0-9]*\)</$1>.*|\1|p" "$summary"; }
echo "integration tests: $(count completed) completed, $(count skipped) skipped"
if [ "$(count completed)" = 0 ] || [ "$(count skipped)" != 0 ]; then
  echo 'every integration test must run: see the reason in the reports' >&2
  exit 1
fi
