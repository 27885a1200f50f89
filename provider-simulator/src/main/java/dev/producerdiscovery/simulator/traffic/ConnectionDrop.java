package dev.producerdiscovery.simulator.traffic;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection under a call, which only Tomcat itself can do: the servlet API must answer something. */
public final class ConnectionDrop extends ValveBase {

    private static final String ASKED = ConnectionDrop.class.getName() + ".asked";

    public ConnectionDrop() {
        super(true);
    }

    static void ask(ServletRequest request) {
        request.setAttribute(ASKED, true);
    }

    static boolean asked(ServletRequest request) {
        return request.getAttribute(ASKED) != null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (asked(request)) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("connection closed on purpose"));
        }
    }
}
