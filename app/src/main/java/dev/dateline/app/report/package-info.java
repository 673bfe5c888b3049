/** What a person sees: tables, progress, colours on a terminal and plain text in a pipe. */
package dev.dateline.app.report;
