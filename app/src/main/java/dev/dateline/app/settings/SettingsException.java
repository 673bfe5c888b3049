package dev.dateline.app.settings;

import java.util.List;

/** The configuration cannot be used; carries every problem, not just the first. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
