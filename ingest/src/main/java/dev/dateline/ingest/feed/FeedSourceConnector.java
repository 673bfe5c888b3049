package dev.dateline.ingest.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Polls feeds (RSS, Atom, sitemaps of news) and sends each new or changed item to wire.documents.v1 as a document of its
 * own. Feeds are spread over tasks by their host; the list can be changed at any time.
 *
 * <p>Keys are strings, headers are strings, values are bytes, as with {@link
 * dev.dateline.ingest.source.DirectorySourceConnector}. Source offsets remember each feed's items: delivery is at least
 * once, and what is sent again has the same document id and another received-at.
 */
public final class FeedSourceConnector extends SourceConnector {
    /** Connect keeps a task's configuration as one record, which its producer limits to a megabyte. */
    private static final int LONGEST_LIST = 900_000;

    private Map<String, String> settings = Map.of();
    private WatchedFeeds feeds;

    @Override
    public void start(Map<String, String> connector) {
        settings = Map.copyOf(connector);
        feeds = new WatchedFeeds(FeedSourceConfig.of(connector), context::requestTaskReconfiguration);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FeedSourceTask.class;
    }

    /** The feeds of each task are written out, so that a task knows them without the file. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Assignment.of(feeds.current(), maxTasks).stream()
                .map(this::taskOf)
                .toList();
    }

    private Map<String, String> taskOf(List<FeedRef> assigned) {
        String list = FeedList.text(assigned);
        if (list.length() > LONGEST_LIST) {
            throw new ConnectException("The list of one task has " + assigned.size() + " feeds and " + list.length()
                    + " characters, more than the " + LONGEST_LIST
                    + " that Connect can keep of it: raise tasks.max, or make several connectors of it");
        }
        Map<String, String> task = new HashMap<>(settings);
        task.put(FeedSourceConfig.FEEDS, list);
        task.remove(FeedSourceConfig.FEEDS_FILE);
        return task;
    }

    @Override
    public void stop() {
        if (feeds != null) {
            feeds.close();
        }
    }

    @Override
    public ConfigDef config() {
        return FeedSourceConfig.DEF;
    }

    @Override
    public Config validate(Map<String, String> connector) {
        return FeedSourceConfig.check(connector);
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connector) {
        return ExactlyOnceSupport.UNSUPPORTED;
    }

    @Override
    public String version() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
