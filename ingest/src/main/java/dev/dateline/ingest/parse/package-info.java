/**
 * Pure parsers: bytes and a dialect in, articles out. Nothing here knows Kafka.
 *
 * <p>The way of a document: {@code Parsers} finds out what it is ({@code Sniffer}, {@code DecodedText}) and gives it to
 * {@code XmlDocuments}, {@code JsonDocuments} or {@code TextDocuments}, which know the formats by their content. A parser
 * has its format's name ({@code NewsMlG2…}, {@code NewsMl1…}, {@code Nitf…}, {@code Ninjs…}, {@code ApMediaItem},
 * {@code MrnStory}, {@code Iptc7901}, {@code Anpa1312}, {@code WireText}, {@code Email}, {@code AgencyXml},
 * {@code Page…}, and {@code Feed…}, on top of the package {@code syndication}) and fills a {@code Draft}. {@code Articles}
 * makes the article of it by the rules that hold for all formats: {@code Lifecycle}, {@code Times}, {@code Furniture},
 * {@code Bylines}, {@code ContactLines}. What is not public never gets into a draft: {@code Redaction}.
 */
package dev.dateline.ingest.parse;
