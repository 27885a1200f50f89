package dev.producerdiscovery.worker.engine.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes over the fields that no type asks for. Without being told so for each type, Jackson gathers them all in memory
 * until it has seen what the constructor takes, and only then drops them.
 */
final class UnknownIgnored extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private UnknownIgnored() {}

    static JsonMapper by(JsonMapper json) {
        AnnotationIntrospector known = json.deserializationConfig().getAnnotationIntrospector();
        return json.rebuild()
                .annotationIntrospector(AnnotationIntrospector.pair(new UnknownIgnored(), known))
                .build();
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
        return JsonIgnoreProperties.Value.forIgnoreUnknown(true);
    }
}
