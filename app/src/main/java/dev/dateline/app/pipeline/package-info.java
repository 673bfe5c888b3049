/** The wiring: how topics are made, how each stage is started, and how one knows that all input has gone through. */
package dev.dateline.app.pipeline;
