package dev.dateline.sink.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections as this store wants them, whoever hands them out. */
final class Connections {
    private Connections() {}

    /** Plain connections for migrations, which may take as long as they need. */
    static PGSimpleDataSource plain(PostgresSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        if (settings.user() != null) {
            source.setUser(settings.user());
        }
        if (settings.password() != null) {
            source.setPassword(settings.password());
        }
        source.setApplicationName("dateline-sink");
        source.setConnectTimeout(
                Math.toIntExact(Math.max(1, settings.connectTimeout().toSeconds())));
        source.setLoginTimeout(source.getConnectTimeout());
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false); // it quotes the text of articles
        return source;
    }

    /** A pool for writing. It connects on first use and whenever the server is back. */
    static HikariDataSource pool(PostgresSettings settings) {
        PGSimpleDataSource source = plain(settings);
        // The server cancels a statement first; this is for a server that no longer answers.
        source.setSocketTimeout(Math.toIntExact(settings.statementTimeout().toSeconds() + 5));
        HikariConfig config = new HikariConfig();
        config.setPoolName("dateline-sink");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setValidationTimeout(settings.connectTimeout().toMillis());
        config.setConnectionInitSql(
                "SET statement_timeout = " + settings.statementTimeout().toMillis());
        return new HikariDataSource(config);
    }
}
