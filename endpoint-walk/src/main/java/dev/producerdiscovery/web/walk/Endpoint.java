package dev.producerdiscovery.web.walk;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * One method of one path, as the service itself has it mapped.
 *
 * @param harmless the path, with something of the right type in place of everything that varies
 * @param parameters names of what it takes from the address or a form
 * @param bodies in JSON, with a {@link #GAP} in place of one field each, however deep it lies; empty where none is known
 */
record Endpoint(String method, String path, String harmless, Set<String> parameters, List<String> bodies) {

    static final String GAP = "<>";

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w*)[^}]*}|\\*+");
    private static final String NO_ID = new UUID(0, 0).toString();

    /** @param known what leads somewhere, by the name of what varies in a path */
    static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler, Map<String, String> known) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> names.stream()
                        .map(method -> new Endpoint(
                                method,
                                path,
                                harmless(path, handler, known),
                                parametersOf(handler),
                                bodiesOf(handler))));
    }

    /** The path with {@code value} in place of everything that varies. */
    String at(String value) {
        return VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(value));
    }

    boolean varies() {
        return VARIABLE.matcher(path).find();
    }

    private static String harmless(String path, HandlerMethod handler, Map<String, String> known) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> Arrays.stream(handler.getMethodParameters())
                        .filter(parameter -> name(parameter).equals(variable.group(1)))
                        .map(parameter -> sample(parameter, known))
                        .findFirst()
                        .orElseGet(() -> known.getOrDefault(String.valueOf(variable.group(1)), "1")));
    }

    private static String sample(MethodParameter parameter, Map<String, String> known) {
        Class<?> type = parameter.getParameterType();
        return type == UUID.class ? NO_ID : type == String.class ? known.getOrDefault(name(parameter), "1") : "1";
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable varies = parameter.getParameterAnnotation(PathVariable.class);
        String given = asked != null ? asked.name() : varies != null ? varies.name() : "";
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    private static Set<String> parametersOf(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(name(parameter));
            } else if (parameter.getParameterType().isRecord() && !isBody(parameter)) {
                names.addAll(componentsOf(parameter.getParameterType()));
            }
        }
        return names;
    }

    private static List<String> bodiesOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(Endpoint::isBody)
                .flatMap(body -> gapsIn(body.getGenericParameterType()))
                .toList();
    }

    private static Stream<String> gapsIn(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return gapsIn(list.getActualTypeArguments()[0]).map(element -> "[" + element + "]");
        }
        if (!(type instanceof Class<?> record && record.isRecord())) {
            return Stream.empty();
        }
        return Arrays.stream(record.getRecordComponents())
                .flatMap(field -> Stream.concat(Stream.of(GAP), gapsIn(field.getGenericType()))
                        .map(value -> "{\"" + field.getName() + "\": " + value + "}"));
    }

    private static boolean isBody(MethodParameter parameter) {
        @Nullable Annotation body = parameter.getParameterAnnotation(RequestBody.class);
        return body != null;
    }

    private static List<String> componentsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
