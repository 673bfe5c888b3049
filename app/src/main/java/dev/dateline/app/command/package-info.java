/** One class per sub-command of {@code dateline}. Exit codes: 0 done, 1 failed or something rejected, 2 wrong usage or configuration. */
package dev.dateline.app.command;
