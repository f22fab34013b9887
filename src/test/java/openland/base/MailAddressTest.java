package openland.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @Test
    void the_domain_is_written_small_and_blanks_around_it_do_not_count() {
        assertThat(MailAddress.of("  Zhang.San@QHX.Example.GOV.cn ").text()).isEqualTo("Zhang.San@qhx.example.gov.cn");
        assertThat(MailAddress.of("a+b@example.cn").masked()).isEqualTo("a***@example.cn");
        assertThat(MailAddress.optional(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@b", "@example.cn", "a@", "a@@example.cn", "a b@example.cn", "a@example.cn, b@example.cn", "a@example.cn\r\nBcc: b@example.cn",
            "a@example.cn\n", "<a@example.cn>", "张三@example.cn", "a@例子.cn", "\"a b\"@example.cn", "a..b@example.cn", ".a@example.cn", "a@-x.cn", "a@[127.0.0.1]", "a\0@example.cn",
            "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg@example.cn"})
    void what_is_no_plain_address_is_refused(String typed) {
        assertThatThrownBy(() -> new MailAddress(typed)).isInstanceOf(Refusal.class).hasMessageContaining("电子邮箱");
    }
}
