package dev.producerdiscovery.provider.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    void whole_numbers_may_be_floats_or_text() {
        Json json = json("{'a': 3.0, 'b': '41', 'c': 2.6, 'd': 12345678901, 'e': ' 5 '}");

        assertThat(json.integer("a")).isEqualTo(3);
        assertThat(json.integer("b")).isEqualTo(41);
        assertThat(json.integer("c")).isEqualTo(3);
        assertThat(json.number("d")).isEqualTo(12_345_678_901L);
        assertThat(json.integer("d")).as("too large for an int").isNull();
        assertThat(json.integer("e")).isEqualTo(5);
    }

    @Test
    void no_number_comes_of_what_is_none() {
        Json json = json(
                "{'a': {}, 'b': [], 'c': 'many', 'd': true, 'e': null, 'f': 1e999, 'g': 1" + "0".repeat(400) + "}");

        for (String field : new String[] {"a", "b", "c", "d", "e", "f", "g", "missing"}) {
            assertThat(json.number(field)).as(field).isNull();
        }
    }

    @Test
    void an_object_where_a_text_belongs_is_no_text() {
        Json json = json("{'date': {'year': 1999}, 'blank': ' ', 'number': 1999}");

        assertThat(json.text("date")).isNull();
        assertThat(json.text("blank")).isNull();
        assertThat(json.text("number")).isEqualTo("1999");
    }

    @Test
    void a_text_where_an_object_belongs_is_an_empty_object() {
        Json json = json("{'album': 'Lost Weekend'}");

        assertThat(json.at("album").text("name")).isNull();
        assertThat(json.at("album").at("deeper").rows("still", Optional::of)).isEmpty();
    }

    @Test
    void unreadable_rows_are_left_out_and_noted() {
        Json json = json("{'items': [{'n': 'one'}, null, 7, {'m': 'two'}, {'n': 'three'}]}");

        assertThat(json.rows("items", row -> Optional.ofNullable(row.text("n"))))
                .containsExactly("one", "three");
        assertThat(json.gaps().missing()).containsExactly("items[1]", "items[2]", "items[3]");
        assertThat(json.size("items")).isEqualTo(5);
    }

    @Test
    void what_is_expected_and_missing_is_noted_wherever_it_is() {
        Json json = json("{'album': {'tracks': null}, 'name': ''}");

        assertThat(json.expected("name")).isEmpty();
        assertThat(json.expected("title")).isEmpty();
        json.at("album").expectKey("tracks").expectKey("next");
        json.at("album").expectedRows("tracks", Optional::of);

        assertThat(json.gaps().missing()).containsExactlyInAnyOrder("title", "album.next", "album.tracks");
        assertThat(json.gaps().given()).containsExactlyInAnyOrder("name", "album.tracks");
    }

    @Test
    void a_text_that_is_none_is_noted() {
        Json json = json("{'isrcs': ['QZAAA2600001', null, {}]}");

        assertThat(json.texts("isrcs")).containsExactly("QZAAA2600001");
        assertThat(json.gaps().missing()).containsExactly("isrcs[1]", "isrcs[2]");
    }

    @Test
    void a_field_is_the_same_in_every_row() {
        assertThat(Gaps.field("media[0].tracks[12].title")).isEqualTo("media[].tracks[].title");
    }

    @Test
    void what_is_required_and_missing_makes_the_answer_worthless() {
        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> json("{}").required("id"))
                .withMessageContaining("id");
    }

    @Test
    void only_what_leads_somewhere_is_an_address() {
        Json json = json("""
                {'a': 'https://img.example/1?x=2', 'b': 'HTTP://img.example', 'c': 'javascript:alert(1)', 'd': '/image/1.jpeg',
                 'e': 'https://a b', 'f': 7, 'g': 'https://a"onerror'}
                """.replace("a\"on", "a\\\"on"));

        assertThat(json.address("a")).isEqualTo("https://img.example/1?x=2");
        assertThat(json.address("b")).isEqualTo("HTTP://img.example");
        for (String field : new String[] {"c", "d", "e", "f", "g", "missing"}) {
            assertThat(json.address(field)).as(field).isNull();
        }
    }

    @Test
    void characters_that_no_database_holds_are_left_out() {
        Json json = json("{'name': 'Hollow\\u0000 Lake\\ud83c', 'emoji': '\\ud83c\\udf0a', 'nothing': '\\u0000'}");

        assertThat(json.text("name")).isEqualTo("Hollow Lake");
        assertThat(json.text("emoji")).isEqualTo("\ud83c\udf0a");
        assertThat(json.text("nothing")).isNull();
    }

    private static Json json(String text) {
        return Json.of(JsonMapper.shared().readTree(text.replace('\'', '"')));
    }
}
