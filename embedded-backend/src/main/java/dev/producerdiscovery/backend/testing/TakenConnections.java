package dev.producerdiscovery.backend.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections that were taken from databases for tests and are not closed yet, and where each was taken. */
final class TakenConnections {

    private static final Map<Connection, Throwable> TAKEN = Collections.synchronizedMap(new IdentityHashMap<>());

    private TakenConnections() {}

    /** The same source, whose connections are counted. A pool keeps what it takes, so its connections are not. */
    static DataSource counted(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection && !takenByPool() ? counted(connection) : result;
        });
    }

    /** Where each of those was taken that are not closed at present. */
    static List<Throwable> notClosed() {
        synchronized (TAKEN) {
            return new ArrayList<>(TAKEN.values());
        }
    }

    /** No longer waits for these, so that one leak fails one test. */
    static void forget() {
        TAKEN.clear();
    }

    private static Connection counted(Connection connection) {
        TAKEN.put(connection, new Throwable("taken here"));
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close") || method.getName().equals("abort")) {
                TAKEN.remove(connection);
            }
            return call(connection, method, arguments);
        });
    }

    private static boolean takenByPool() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("com.zaxxer.hikari.")));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TakenConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
