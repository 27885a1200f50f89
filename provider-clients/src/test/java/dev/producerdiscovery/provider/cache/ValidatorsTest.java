package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidatorsTest {

    @Test
    void what_no_header_can_carry_is_not_kept() {
        Validators validators = new Validators("\"a\u200b\"", "Mon, 01 Jan 2029\u0000");

        assertThat(validators.isEmpty()).isTrue();
        assertThat(new Validators("W/\"1-a\"", "").etag()).isEqualTo("W/\"1-a\"");
    }
}
