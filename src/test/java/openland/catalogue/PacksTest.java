package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import openland.office.Post;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs that come with the program. */
class PacksTest {
    static List<PackFile> files() throws Exception {
        var files = new ArrayList<PackFile>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:packs/*.yaml")) {
            files.add(new PackFile(String.valueOf(resource.getFilename()), resource.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return files;
    }

    @Test
    void every_pack_loads() throws Exception {
        var shelf = Shelf.of(files());
        assertThat(shelf.items()).extracting(Item::id)
                .containsExactly("policy.normative-document", "general.document", "enforcement.penalty-decision");
    }

    @Test
    void secrecy_is_reviewed_before_anybody_approves_in_every_item() throws Exception {
        for (var item : Shelf.of(files()).items()) {
            assertThat(item.review().get(1)).isEqualTo(new Step.One(Post.SECRECY, Condition.ALWAYS));
        }
    }
}
