package openland.files.ooxml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import openland.base.Refusal;
import org.junit.jupiter.api.Test;

class XmlReaderTest {
    @Test
    void a_nul_inside_a_document_type_is_refused_like_the_document_type() {
        var part = "<!DOCTYPE a [<\u0000>]><a/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XmlReader.tree(new ByteArrayInputStream(part))).isInstanceOf(Refusal.class).hasMessageContaining("DOCTYPE");
    }
}
