package dev.producerdiscovery.secrets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** Puts {@link HidingEncoder} before everything that is written, as plain lines or as JSON. May be repeated. */
final class LogHiding {

    private LogHiding() {}

    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(LogHiding::install);
        }
    }

    private static void install(Logger logger) {
        for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
            if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender
                    && !(appender.getEncoder() instanceof HidingEncoder)) {
                HidingEncoder hiding = new HidingEncoder(appender.getEncoder());
                hiding.setContext(appender.getContext());
                hiding.start();
                appender.setEncoder(hiding);
            }
        }
    }
}
