/** Addresses of the web, as feeds and pages write them. Pure. */
package dev.dateline.ingest.web;
