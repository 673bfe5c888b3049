/** Sending documents to a gateway over HTTP. */
package dev.dateline.app.push;
