/** Countries, regions and places: names in context, datelines, and which country an article is about. */
package dev.dateline.enrich.place;
