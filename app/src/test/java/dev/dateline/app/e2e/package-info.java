/**
 * The whole pipeline on real parts, from files to rows. The same test runs on the embedded stack and on containers of the
 * official images: {@code -Dstack=embedded|containers|auto}.
 */
package dev.dateline.app.e2e;
