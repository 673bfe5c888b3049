package dev.dateline.app.report;

import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Connections to the PostgreSQL of the settings, for commands that read from it. */
final class Database {
    private static final int CONNECT_SECONDS = 10;

    private Database() {}

    /**
     * Connects.
     *
     * @param statement longest time that one statement may take
     * @throws SettingsException if the password's file cannot be read
     */
    static Connection open(Settings settings, Duration statement) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", settings.postgresUser());
        properties.put("password", password(settings));
        properties.put("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.put("options", "-c statement_timeout=" + statement.toMillis());
        return DriverManager.getConnection(settings.postgresUrl(), properties);
    }

    private static String password(Settings settings) {
        if (settings.postgresPasswordFile().isEmpty()) {
            return settings.postgresPassword();
        }
        Path file = Path.of(settings.postgresPasswordFile());
        try {
            return Files.readAllLines(file).stream().findFirst().orElse("");
        } catch (IOException e) {
            throw new SettingsException(
                    List.of("postgres.password.file " + file + " cannot be read (" + e + "): check its path and mode"));
        }
    }
}
