/** People and organisations, found by the shape of names and the words around them. */
package dev.dateline.enrich.entity;
