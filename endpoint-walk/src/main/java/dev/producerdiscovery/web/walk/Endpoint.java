package dev.producerdiscovery.web.walk;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * One method of one path, as the service itself has it mapped.
 *
 * @param parameters names of what it takes from the address or a form
 * @param fields names of what its body holds; empty where none is known
 */
record Endpoint(String method, String path, Set<String> parameters, List<String> fields) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*+");

    static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> names.stream()
                        .map(method -> new Endpoint(method, path, parametersOf(handler), fieldsOf(handler))));
    }

    /** The path with {@code value} in place of everything that varies. */
    String at(String value) {
        return VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(value));
    }

    boolean varies() {
        return VARIABLE.matcher(path).find();
    }

    private static Set<String> parametersOf(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
            } else if (parameter.getParameterType().isRecord() && !isBody(parameter)) {
                names.addAll(componentsOf(parameter.getParameterType()));
            }
        }
        return names;
    }

    private static List<String> fieldsOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(Endpoint::isBody)
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> componentsOf(type).stream())
                .toList();
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
