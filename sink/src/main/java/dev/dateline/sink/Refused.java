package dev.dateline.sink;

/**
 * What a store can never take, and why.
 *
 * @param value the very object of the batch
 * @param reason one line that names the cause and no text of an article
 */
public record Refused<T>(T value, String reason) {}
