/** What can be configured, where it may come from, and what is wrong with it. */
package dev.dateline.app.settings;
