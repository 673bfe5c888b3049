/** Media Topics by weighted phrases, blended with a trained model where there is one. */
package dev.dateline.enrich.topic;
