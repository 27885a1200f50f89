package dev.producerdiscovery.provider.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a client can be asked. A whole answer to it is in the file of its name below {@code answers}.
 *
 * @param name begins with the provider's, in capitals
 * @param call asks the client among these
 */
public record Operation(String name, Function<ApplicationContext, Object> call) {

    public static <T> Operation of(String name, Class<T> client, Function<T, Object> call) {
        return new Operation(name, clients -> call.apply(clients.getBean(client)));
    }

    Object ask(ApplicationContext clients) {
        return call.apply(clients);
    }

    JsonNode answer() {
        String file = "/answers/" + name.toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream stream = Operation.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
