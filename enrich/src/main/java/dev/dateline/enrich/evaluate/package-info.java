/** How good the tags are beside the sender's own codes. Pure counting: nothing here reads or prints. */
package dev.dateline.enrich.evaluate;
