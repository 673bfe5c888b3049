/** Article pages of the web: HTML in, what it says of one article out. Pure; knows neither Kafka nor the network. */
package dev.dateline.ingest.page;
