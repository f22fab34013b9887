package openland.files.fixed;

import static openland.files.fixed.PictureSamples.ascii;
import static openland.files.fixed.PictureSamples.exif;
import static openland.files.fixed.PictureSamples.joined;
import static openland.files.fixed.PictureSamples.jpegWith;
import static openland.files.fixed.PictureSamples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import openland.base.Refusal;
import openland.files.HidingPlace;
import openland.files.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String MARKER = "Zhang3-13800138000";

    static List<HidingPlace> places() {
        return PictureHidingPlaces.all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_a_picture_hides_is_found_and_gone_from_the_copy(HidingPlace place) throws Exception {
        var picture = place.file(MARKER);
        assertThat(Traces.of(picture, MARKER)).as("planted").isNotEmpty();
        assertThat(Pictures.hidden(picture, "第2页")).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(place.expected());
            assertThat(found.place()).isEqualTo("第2页");
        });
        assertThat(Pictures.hidden(picture, "")).anySatisfy(found -> assertThat(found.text()).contains(MARKER));
        var copy = Pictures.withoutMetadata(picture);
        assertThat(Traces.of(copy, MARKER)).isEmpty();
        assertThat(Pictures.hidden(copy, "")).isEmpty();
        assertThat(Pictures.withoutMetadata(copy)).isEqualTo(copy);
        samePixels(picture, copy);
    }

    private static void samePixels(byte[] before, byte[] after) throws Exception {
        var expected = ImageIO.read(new ByteArrayInputStream(before));
        var is = ImageIO.read(new ByteArrayInputStream(after));
        if (expected == null) {   // WebP: nothing here decodes it
            assertThat(after).containsSequence(Arrays.copyOfRange(PictureSamples.WEBP, 12, PictureSamples.WEBP.length));
            return;
        }
        assertThat(is.getRGB(0, 0, is.getWidth(), is.getHeight(), null, 0, is.getWidth()))
                .isEqualTo(expected.getRGB(0, 0, expected.getWidth(), expected.getHeight(), null, 0, expected.getWidth()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void a_plain_picture_hides_nothing(String format) throws Exception {
        var picture = picture(format);
        var copy = Pictures.withoutMetadata(picture);
        samePixels(picture, copy);
        assertThat(Pictures.hidden(copy, "")).isEmpty();
        assertThat(Pictures.hidden(picture, "")).noneMatch(found -> !format.equals("tiff"));   // Java's TIFF has its resolution only
    }

    @Test
    void which_way_is_up_survives_and_where_it_was_taken_is_said() throws Exception {
        var picture = jpegWith(0xe1, joined(ascii("Exif\0\0"), exif(6, 0x10e, ascii("camera"), "")));
        assertThat(Pictures.hidden(picture, "")).anySatisfy(found -> assertThat(found.text()).contains("纬度30.26000，经度30.26000"));
        var copy = Pictures.withoutMetadata(picture);
        assertThat(Exif.of(Arrays.copyOfRange(copy, 12, copy.length))).isEqualTo(new Exif(6, false, ""));
    }

    @Test
    void colours_under_full_transparency_are_cleared() throws Exception {
        var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x00123456);
        picture.setRGB(1, 0, 0x00654321);
        var png = PictureSamples.written(picture, "png");
        assertThat(Pictures.hidden(png, "")).anySatisfy(found -> assertThat(found.text()).contains("全透明"));
        var copy = Pictures.withoutMetadata(png);
        var is = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(is.getRGB(0, 0) | is.getRGB(1, 0)).isZero();
        assertThat(Pictures.hidden(copy, "")).isEmpty();
    }

    @Test
    void a_picture_of_billions_of_pixels_is_refused_by_its_header() throws Exception {
        var png = picture("png");
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> Pictures.hidden(png, "")).isInstanceOf(Refusal.class).hasMessageContaining("50000×50000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void a_picture_cut_anywhere_is_refused(String format) throws Exception {
        var picture = picture(format);
        for (int length = 40; length < picture.length; length += 1 + picture.length / 50) {
            var cut = Arrays.copyOf(picture, length);
            assertThatThrownBy(() -> Pictures.withoutMetadata(cut)).as("%s of %s bytes", length, picture.length).isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void bytes_changed_at_random_are_read_or_refused(HidingPlace place) throws Exception {
        var picture = place.file(MARKER);
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var changed = picture.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                Pictures.hidden(changed, "");
                Pictures.withoutMetadata(changed);
            } catch (Refusal e) {
                assertThat(e.sentence()).isNotBlank();
            }
        }
    }
}
