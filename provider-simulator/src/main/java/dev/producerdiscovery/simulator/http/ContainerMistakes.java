package dev.producerdiscovery.simulator.http;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A coding or version of HTTP that nobody has is the caller's mistake, although the container takes it for a lack of its own. */
final class ContainerMistakes extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        if (code == HttpStatus.NOT_IMPLEMENTED.value() || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
    }
}
