/**
 * A linear model of topics that users train on wire of their own: features of a text, training, the file, the score.
 * Pure functions but for the file; knows neither the taggers nor Kafka.
 */
package dev.dateline.enrich.learn;
