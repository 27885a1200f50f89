package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.producerdiscovery.descriptor.Field;
import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outbox;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stages' programs, compared with what is described of them. */
class StagesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.producerdiscovery");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @EnumSource
    void a_stage_asks_the_providers_that_are_described_and_no_other(Stage stage) {
        List<String> asked = Providers.all().stream()
                .filter(provider -> of(stage).anyMatch(type -> uses(type, clientOf(provider))))
                .map(Provider::name)
                .toList();

        assertThat(asked)
                .containsExactlyElementsOf(
                        stage.providers().stream().map(Provider::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_reads_from_its_messages_what_is_described(Stage stage) {
        assertThat(fields(received(stage))).isNotEmpty().isSubsetOf(names(stage, field -> true));
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_refuses_a_message_without_a_field_that_it_needs(Stage stage) {
        ObjectNode whole = JSON.createObjectNode();
        stage.message().stream()
                .filter(Field::required)
                .forEach(field -> whole.put(field.name(), new UUID(0, 1).toString()));
        if (whole.isEmpty()) {
            whole.put("artistName", "Ottoline Vesper");
        }
        assertThat(JSON.treeToValue(whole, received(stage))).isNotNull();
        for (String field : List.copyOf(whole.propertyNames())) {
            ObjectNode part = whole.deepCopy();
            part.remove(field);
            assertThat(readable(part, received(stage)))
                    .as("a message of %s without %s", stage.queue(), field)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sent_to_a_stage_is_what_it_takes(Stage stage) {
        for (JavaClass sent : sentTo(stage)) {
            assertThat(fields(sent.reflect()))
                    .as(sent.getName())
                    .isSubsetOf(names(stage, field -> true))
                    .containsAll(names(stage, Field::required));
        }
    }

    @Test
    void every_stage_is_sent_to() {
        assertThat(Stream.of(Stage.values()))
                .allSatisfy(stage -> assertThat(sentTo(stage)).isNotEmpty());
    }

    /** By its name it is found here: a record that is sent is called as the stage, or is what the stage itself reads. */
    @Test
    void whoever_sends_sends_a_record_that_goes_by_the_name_of_a_stage() {
        Set<JavaClass> known = Stream.of(Stage.values())
                .flatMap(stage -> Stream.concat(sentTo(stage).stream(), Stream.of(CLASSES.get(received(stage)))))
                .collect(Collectors.toSet());

        assertThat(Stream.of(Stage.values())
                        .flatMap(StagesTest::of)
                        .filter(type -> type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Outbox.class)
                                        && call.getName().equals("send"))))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                        .as(type.getName())
                        .anyMatch(dependency -> known.contains(dependency.getTargetClass())));
    }

    private static Stream<JavaClass> of(Stage stage) {
        return CLASSES.stream().filter(type -> isIn(type, stage));
    }

    private static boolean isIn(JavaClass type, Stage stage) {
        return (type.getPackageName() + ".").startsWith(stage.packageName() + ".");
    }

    private static boolean uses(JavaClass type, String other) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(other));
    }

    private static String clientOf(Provider provider) {
        return "dev.producerdiscovery.provider." + provider.name() + "." + provider.title() + "Client";
    }

    /** The records of other stages by which messages are sent to it: called as the stage, or as a request to it. */
    private static List<JavaClass> sentTo(Stage stage) {
        String name = Arrays.stream(stage.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return CLASSES.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> Stream.of(Stage.values()).anyMatch(any -> isIn(type, any)))
                .filter(type -> type.getSimpleName().equals(name)
                        || type.getSimpleName().equals(name + "Request"))
                .toList();
    }

    private static Class<?> received(Stage stage) {
        return of(stage)
                .map(JavaClass::reflect)
                .filter(type -> type.getSuperclass() == BaseWorker.class || type.getSuperclass() == BatchWorker.class)
                .map(type -> (Class<?>) ((ParameterizedType) type.getGenericSuperclass()).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no worker in " + stage.packageName()));
    }

    /** What the engine itself reads begins with a line. */
    private static Set<String> fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !Set.of("correlationId", "idempotencyKey").contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Stage stage, Predicate<Field> which) {
        return stage.message().stream().filter(which).map(Field::name).collect(Collectors.toSet());
    }

    private static boolean readable(ObjectNode message, Class<?> type) {
        try {
            return JSON.treeToValue(message, type) != null;
        } catch (JacksonException refused) {
            return false;
        }
    }
}
