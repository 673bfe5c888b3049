package dev.dateline.app.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log of {@code run} to a file beside its data, once it is known where that is. */
final class RunLog {
    private RunLog() {}

    static void to(Path directory) throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("dateline.log.dir", directory.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(RunLog.class.getResource("/logging/run.xml"));
    }
}
