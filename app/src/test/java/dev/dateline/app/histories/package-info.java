/** Generated histories of articles, through the real topology into the real store, beside a model of what must come of them. */
package dev.dateline.app.histories;
