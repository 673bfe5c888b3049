package dev.dateline.sink.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.postgresql.util.PSQLException;

/** What an error of the database means to a writer; decided by its SQLSTATE (PostgreSQL manual, appendix A). */
enum SqlFailure {
    /** The same write will succeed later. */
    TRANSIENT,
    /** A row of the batch cannot be stored. */
    ROW,
    /** Somebody has to mend something first. */
    PERMANENT;

    static SqlFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofState(sql.getSQLState());
            }
            if (cause instanceof SQLTransientException && cause.getCause() == null) {
                return TRANSIENT; // the pool had no connection in time and knows no reason
            }
        }
        return PERMANENT;
    }

    /** The cause in one line, without what the server quotes of the row. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getMessage()
                : root.getMessage();
        return String.valueOf(reason).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static SqlFailure ofState(String state) {
        if (state.equals("25006")) {
            return TRANSIENT; // read-only: a standby that has not been promoted yet
        }
        return switch (state.substring(0, 2)) {
            // connection; serialization and deadlock; resources, disk full; locks; shutdown, starting up, cancelled;
            // I/O
            case "08", "40", "53", "55", "57", "58" -> TRANSIENT;
            // data; constraint; a limit of the program such as the size of an index entry
            case "22", "23", "54" -> ROW;
            default -> PERMANENT;
        };
    }
}
