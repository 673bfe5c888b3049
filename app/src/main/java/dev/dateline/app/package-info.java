/** The {@code dateline} command: the only place that sees all stages, the environment and the clock. */
package dev.dateline.app;
