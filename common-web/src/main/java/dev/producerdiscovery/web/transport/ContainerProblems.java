package dev.producerdiscovery.web.transport;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers what the container refuses before any filter of ours, in the same form as everything else. */
final class ContainerProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = mistakeOf(response.getStatus());
        if (code < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setStatus(code);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            Writer body = response.getReporter();
            if (body != null) {
                body.write(problem(code));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // Nobody reads it any more.
        }
    }

    /** A coding or version of HTTP that nobody has is the caller's mistake; 5xx would count as a failure of ours. */
    private static int mistakeOf(int code) {
        return code == HttpStatus.NOT_IMPLEMENTED.value() || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value()
                ? HttpStatus.BAD_REQUEST.value()
                : code;
    }

    private static String problem(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        String title = status == null ? "Error" : status.getReasonPhrase();
        String detail = code < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? "The request is no valid HTTP, or more than is taken."
                : "The request failed for a reason that lies with this service. Its log tells more.";
        return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, code, detail);
    }
}
