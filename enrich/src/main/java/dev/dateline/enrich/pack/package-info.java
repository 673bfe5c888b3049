/** Rule packs: what editors add to the shipped rules, read from YAML with the line of every fault. Knows no Kafka. */
package dev.dateline.enrich.pack;
