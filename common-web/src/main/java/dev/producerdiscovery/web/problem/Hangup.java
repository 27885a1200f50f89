package dev.producerdiscovery.web.problem;

import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;

/**
 * Tells a caller who went away from a failure of ours. Goes by the container's own exception: messages such as "broken
 * pipe" are those of a lost database too.
 */
final class Hangup {

    private Hangup() {}

    /** Nobody reads on, or nobody sends the rest. */
    static boolean caused(Throwable failure) {
        return has(ClientAbortException.class, failure);
    }

    /** The caller is still there but took too long, and can be told so. */
    static boolean isSlowness(Throwable failure) {
        return caused(failure) && has(SocketTimeoutException.class, failure);
    }

    static boolean has(Class<? extends Throwable> kind, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
